import type { Certificate } from '../certificate.ts';
import { isSelfIssued } from '../describe.ts';
import { attributesOf, type DistinguishedName, withinName } from '../distinguished-name.ts';
import { nameConstraints, subjectAltNames } from '../extensions.ts';
import type { GeneralName } from '../general-name.ts';
import { OID } from '../oids.ts';

// Comparisons per path: constraints times names grow quadratically in hostile certificates (the limit is that of Go and OpenSSL).
const MAX_COMPARISONS = 250_000;

/** Undefined where every name below lies inside; what is wrong otherwise. `path`: leaf first, anchor last. @throws Malformed */
export function checkNameConstraints(path: readonly Certificate[]): 'name-constraint' | 'too-complex' | undefined {
  let comparisons = 0;
  for (const [i, issuer] of path.entries()) {
    const constraints = nameConstraints(issuer);
    if (constraints === undefined) continue;
    const { permitted, excluded } = constraints;
    for (const [j, certificate] of path.slice(0, i).entries()) {
      if (j > 0 && isSelfIssued(certificate)) continue;
      const names = allNames(certificate);
      comparisons += names.length * (permitted.length + excluded.length);
      if (comparisons > MAX_COMPARISONS) return 'too-complex';
      if (names.some((name) => !isAllowed(name, permitted, excluded))) return 'name-constraint';
    }
  }
  return undefined;
}

function allNames(certificate: Certificate): readonly GeneralName[] {
  const { subject } = certificate;
  const directory: readonly GeneralName[] = subject.rdns.length === 0 ? [] : [{ kind: 'directory', value: subject }];
  const emails = attributesOf(subject, OID.emailAddress).map((value): GeneralName => ({ kind: 'email', value }));
  return [...directory, ...emails, ...(subjectAltNames(certificate) ?? [])];
}

function isAllowed(name: GeneralName, permitted: readonly GeneralName[], excluded: readonly GeneralName[]): boolean {
  const ofKind = permitted.filter(({ kind }) => kind === name.kind);
  if (ofKind.length > 0 && !ofKind.some((base) => within(name, base, 'permitted'))) return false;
  return !excluded.some((base) => base.kind === name.kind && within(name, base, 'excluded'));
}

// Kinds that are not understood count as outside of what is permitted and inside of what is excluded.
function within(name: GeneralName, base: GeneralName, list: 'permitted' | 'excluded'): boolean {
  if (name.kind === 'dns' && base.kind === 'dns') return dnsWithin(name.value.toLowerCase(), base.value.toLowerCase(), list);
  if (name.kind === 'ip' && base.kind === 'ip') return ipWithin(name.value, base.value) ?? list === 'excluded';
  if (name.kind === 'directory' && base.kind === 'directory') return directoryWithin(name.value, base.value);
  if (name.kind === 'email' && base.kind === 'email') return emailWithin(name.value, base.value);
  return list === 'excluded';
}

function dnsWithin(name: string, base: string, list: 'permitted' | 'excluded'): boolean {
  const inside = (host: string): boolean => base === '' || host === base || host.endsWith(`.${base}`);
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

function directoryWithin(name: DistinguishedName, base: DistinguishedName): boolean {
  return withinName(name, base);
}

function emailWithin(address: string, base: string): boolean {
  const host = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  if (base.includes('@')) return address.slice(0, address.lastIndexOf('@')) === base.slice(0, base.lastIndexOf('@')) && base.toLowerCase().endsWith(`@${host}`);
  return base.startsWith('.') ? host.endsWith(base.toLowerCase()) : host === base.toLowerCase();
}
