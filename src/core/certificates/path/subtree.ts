import { withinName } from '../distinguished-name.ts';
import type { GeneralName } from '../general-name.ts';
import { isHostName } from '../names.ts';

/** In which list the base stands: what is not understood counts as outside of what is permitted and inside of what is excluded. */
type List = 'permitted' | 'excluded';

/** True where a name lies in the subtree of a base of the same kind (RFC 5280 4.2.1.10). */
export function isWithin(name: GeneralName, base: GeneralName, list: List): boolean {
  if (name.kind === 'dns' && base.kind === 'dns') return dnsWithin(name.value.toLowerCase(), base.value.toLowerCase(), list);
  if (name.kind === 'ip' && base.kind === 'ip') return ipWithin(name.value, base.value) ?? list === 'excluded';
  if (name.kind === 'directory' && base.kind === 'directory') return withinName(name.value, base.value);
  if (name.kind === 'email' && base.kind === 'email') return emailWithin(name.value, base.value);
  if (name.kind === 'uri' && base.kind === 'uri') return uriWithin(name.value, base.value) ?? list === 'excluded';
  return list === 'excluded';
}

/** False for a base that no CA may write: not a name, a mask with holes. */
export function isSoundBase(base: GeneralName): boolean {
  if (base.kind === 'dns') return base.value === '' || isHostName(base.value.toLowerCase());
  if (base.kind === 'ip') return base.value.length % 8 === 0 && base.value.length > 0 && isPrefix(base.value.subarray(base.value.length / 2));
  if (base.kind === 'email') return isMailBase(base.value.toLowerCase());
  if (base.kind === 'uri') return isHostBase(base.value.toLowerCase());
  return true;
}

// A mailbox, a host, or everything below one.
function isMailBase(base: string): boolean {
  const [local, host, ...more] = base.split('@');
  return host === undefined ? isHostBase(base) : more.length === 0 && local !== '' && isHostName(host);
}

const isHostBase = (base: string): boolean => base === '' || isHostName(base.replace(/^\./u, ''));

function dnsWithin(name: string, base: string, list: List): boolean {
  // Some CAs write `.contoso.com` and mean everything below it.
  const inside = (host: string): boolean => base === '' || host === base || host.endsWith(base.startsWith('.') ? base : `.${base}`);
  if (!name.startsWith('*.')) return !name.startsWith('.') && inside(name);
  // A wildcard is inside where all it stands for is; it must not stand for anything excluded (CVE-2025-61727).
  const parent = name.slice(2);
  return inside(parent) || (list === 'excluded' && base.slice(base.indexOf('.') + 1) === parent);
}

function ipWithin(address: Uint8Array, range: Uint8Array): boolean | undefined {
  if (address.length !== 4 && address.length !== 16) return undefined;
  if (range.length !== address.length * 2) return range.length === 8 || range.length === 32 ? false : undefined;
  const mask = range.subarray(address.length);
  return address.every((octet, i) => (octet & (mask[i] ?? 0)) === ((range[i] ?? 0) & (mask[i] ?? 0)));
}

// CIDR (RFC 4632): ones, then zeros.
function isPrefix(mask: Uint8Array): boolean {
  const bits = [...mask].map((octet) => octet.toString(2).padStart(8, '0')).join('');
  return !bits.includes('01');
}

function emailWithin(address: string, base: string): boolean {
  const at = address.lastIndexOf('@');
  const host = address.slice(at + 1).toLowerCase();
  // The part before the @ tells upper from lower case.
  if (base.includes('@')) return address.slice(0, at) === base.slice(0, base.lastIndexOf('@')) && base.toLowerCase().endsWith(`@${host}`);
  return hostWithin(host, base.toLowerCase());
}

// The host alone counts; a URI without one, or with an address, is neither inside nor outside.
function uriWithin(uri: string, base: string): boolean | undefined {
  const [, authority] = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/iu.exec(uri) ?? [];
  const host = authority?.replace(/^.*@/u, '').replace(/:\d*$/u, '').toLowerCase();
  return host === undefined || !isHostName(host) || /^[\d.]+$/u.test(host) ? undefined : hostWithin(host, base.toLowerCase());
}

function hostWithin(host: string, base: string): boolean {
  return base.startsWith('.') ? host.endsWith(base) : host === base;
}
