import { isIP } from 'node:net';
import type { Certificate } from './certificate.ts';
import { sameBytes } from './der.ts';
import { subjectAltNames } from './extensions.ts';

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/u;

/** DNS and IP names of the subjectAltName, as text; the common name never counts (RFC 9525 2). Empty where there is none or it cannot be read. */
export function namesOf(certificate: Certificate): readonly string[] {
  try {
    return (subjectAltNames(certificate) ?? []).flatMap((name) => {
      if (name.kind === 'dns') return [name.value];
      return name.kind === 'ip' ? [ipToText(name.value)] : [];
    });
  } catch {
    return [];
  }
}

/** True where the certificate may serve this host: an A-label name or an IP address. */
export function coversHost(certificate: Certificate, host: string): boolean {
  try {
    const names = subjectAltNames(certificate) ?? [];
    const ip = ipBytes(host);
    if (ip !== undefined) return names.some((name) => name.kind === 'ip' && sameBytes(name.value, ip));
    return names.some((name) => name.kind === 'dns' && nameCovers(name.value, host));
  } catch {
    return false;
  }
}

/**
 * RFC 9525 6.3: a wildcard is the whole leftmost label, stands for exactly one label, and has two labels behind it.
 * Both in A-labels; case makes no difference, a trailing dot of the host neither.
 */
export function nameCovers(pattern: string, host: string): boolean {
  const presented = pattern.toLowerCase();
  const wanted = host.toLowerCase().replace(/\.$/u, '');
  if (!isHostName(wanted)) return false;
  if (!presented.startsWith('*.')) return isHostName(presented) && presented === wanted;
  const parent = presented.slice(2);
  return isHostName(parent) && parent.includes('.') && wanted.slice(wanted.indexOf('.') + 1) === parent && wanted.includes('.');
}

/** Preferred name syntax of RFC 1034 3.5 and RFC 1123 2.1, lower case. */
export function isHostName(name: string): boolean {
  return name.length <= 253 && name.split('.').every((label) => LABEL.test(label));
}

/** 4 or 16 octets; undefined for what is no address. */
export function ipBytes(address: string): Uint8Array | undefined {
  // Most hosts are names, and node's own test takes its time.
  const family = /^[\d.]+$|:/u.test(address) ? isIP(address) : 0;
  if (family === 4) return Uint8Array.from(address.split('.').map(Number));
  if (family !== 6 || address.includes('%')) return undefined;
  const [head = '', tail] = v4TailToHex(address).split('::');
  const groups = (part: string): number[] => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)));
  const right = tail === undefined ? [] : groups(tail);
  const left = groups(head);
  const zeros = Array.from<number>({ length: tail === undefined ? 0 : 8 - left.length - right.length }).fill(0);
  return Uint8Array.from([...left, ...zeros, ...right].flatMap((group) => [group >> 8, group & 0xff]));
}

/** Dotted decimal or RFC 5952; hex for octets that are no address. */
export function ipToText(bytes: Uint8Array): string {
  if (bytes.length === 4) return bytes.join('.');
  if (bytes.length !== 16) return Buffer.from(bytes).toString('hex');
  const groups = Array.from({ length: 8 }, (_, i) => (((bytes[2 * i] ?? 0) << 8) | (bytes[2 * i + 1] ?? 0)).toString(16));
  return contracted(groups);
}

// RFC 5952 4.2: the longest run of zeros, the first of equals, never a single one.
function contracted(groups: readonly string[]): string {
  const runs = [...groups.join(':').matchAll(/(?:^|:)(0(?::0)+)(?=:|$)/gu)].toSorted((a, b) => (b[1]?.length ?? 0) - (a[1]?.length ?? 0));
  const [longest] = runs;
  if (longest === undefined) return groups.join(':');
  const text = groups.join(':');
  return `${text.slice(0, longest.index)}::${text.slice(longest.index + longest[0].length).replace(/^:/u, '')}`;
}

function v4TailToHex(address: string): string {
  const match = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/u.exec(address);
  if (match === null) return address;
  const [, head = '', ...octets] = match;
  const [a = 0, b = 0, c = 0, d = 0] = octets.map(Number);
  return `${head}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
}
