import type { Certificate } from '../certificate.ts';
import { isSelfIssued } from '../describe.ts';
import { attributesOf } from '../distinguished-name.ts';
import { nameConstraints, subjectAltNames } from '../extensions.ts';
import type { GeneralName } from '../general-name.ts';
import { OID } from '../oids.ts';
import { isWithin } from './subtree.ts';

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
  const ofKind = permitted.filter((base) => isSameKind(base, name));
  if (ofKind.length > 0 && !ofKind.some((base) => isWithin(name, base, 'permitted'))) return false;
  return !excluded.some((base) => isSameKind(base, name) && isWithin(name, base, 'excluded'));
}

function isSameKind(a: GeneralName, b: GeneralName): boolean {
  return a.kind === 'other' ? b.kind === 'other' && a.tag === b.tag : a.kind === b.kind;
}
