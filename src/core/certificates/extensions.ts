import type { Certificate, Extension } from './certificate.ts';
import { childrenOf, context, contextConstructed, type Der, expectTag, Malformed, readOnly, TAG } from './der.ts';
import { readBoolean, readNamedBits, readOid, readSmallInteger } from './der-values.ts';
import { type GeneralName, readGeneralName } from './general-name.ts';
import { OID } from './oids.ts';

/** Bits of keyUsage (RFC 5280 4.2.1.3). */
export const KEY_USAGE = { digitalSignature: 0, keyEncipherment: 2, dataEncipherment: 3, keyAgreement: 4, keyCertSign: 5, cRLSign: 6 } as const;

export interface BasicConstraints {
  readonly ca: boolean;
  readonly pathLength?: number;
}

export interface NameConstraints {
  readonly permitted: readonly GeneralName[];
  readonly excluded: readonly GeneralName[];
}

export interface AuthorityKeyIdentifier {
  readonly keyIdentifier?: Uint8Array;
  readonly hasIssuer: boolean;
  readonly hasSerial: boolean;
}

export interface AccessDescription {
  /** OID: caIssuers, OCSP. */
  readonly method: string;
  readonly location: GeneralName;
}

// Every reader below returns undefined where the extension is absent and throws Malformed where it cannot be read.

export const basicConstraints = (certificate: Certificate): BasicConstraints | undefined =>
  decode(certificate, OID.basicConstraints, (bytes) => {
    const fields = childrenOf(readOnly(bytes, TAG.sequence));
    const ca = fields[0]?.tag === TAG.boolean && readBoolean(fields[0]);
    const [length, ...more] = fields[0]?.tag === TAG.boolean ? fields.slice(1) : fields;
    if (more.length > 0) throw new Malformed('basicConstraints');
    return length === undefined ? { ca } : { ca, pathLength: readSmallInteger(length) };
  });

export const keyUsage = (certificate: Certificate): ReadonlySet<number> | undefined =>
  decode(certificate, OID.keyUsage, (bytes) => readNamedBits(readOnly(bytes, TAG.bitString)));

export const extendedKeyUsage = (certificate: Certificate): readonly string[] | undefined =>
  decode(certificate, OID.extendedKeyUsage, (bytes) => childrenOf(readOnly(bytes, TAG.sequence)).map(readOid));

export const subjectAltNames = (certificate: Certificate): readonly GeneralName[] | undefined =>
  decode(certificate, OID.subjectAltName, (bytes) => childrenOf(readOnly(bytes, TAG.sequence)).map(readGeneralName));

export const subjectKeyIdentifier = (certificate: Certificate): Uint8Array | undefined =>
  decode(certificate, OID.subjectKeyIdentifier, (bytes) => readOnly(bytes, TAG.octetString).content);

export const authorityKeyIdentifier = (certificate: Certificate): AuthorityKeyIdentifier | undefined =>
  decode(certificate, OID.authorityKeyIdentifier, (bytes) => {
    const fields = childrenOf(readOnly(bytes, TAG.sequence));
    const keyIdentifier = fields.find((field) => field.tag === context(0))?.content;
    const flags = { hasIssuer: fields.some((field) => field.tag === contextConstructed(1)), hasSerial: fields.some((field) => field.tag === context(2)) };
    return keyIdentifier === undefined ? flags : { keyIdentifier, ...flags };
  });

export const nameConstraints = (certificate: Certificate): NameConstraints | undefined =>
  decode(certificate, OID.nameConstraints, (bytes) => {
    const fields = childrenOf(readOnly(bytes, TAG.sequence));
    const subtrees = (n: number) => readSubtrees(fields.find((field) => field.tag === contextConstructed(n)));
    if (fields.length === 0 || fields.some(({ tag }) => tag !== contextConstructed(0) && tag !== contextConstructed(1))) throw new Malformed('nameConstraints');
    return { permitted: subtrees(0), excluded: subtrees(1) };
  });

export const authorityInfoAccess = (certificate: Certificate): readonly AccessDescription[] | undefined =>
  decode(certificate, OID.authorityInfoAccess, (bytes) => {
    const descriptions = childrenOf(readOnly(bytes, TAG.sequence)).map((description) => {
      const [method, location] = childrenOf(expectTag(description, TAG.sequence));
      if (location === undefined) throw new Malformed('authorityInfoAccess');
      return { method: readOid(method), location: readGeneralName(location) };
    });
    if (descriptions.length === 0) throw new Malformed('authorityInfoAccess');
    return descriptions;
  });

export const certificatePolicies = (certificate: Certificate): readonly string[] | undefined =>
  decode(certificate, OID.certificatePolicies, (bytes) => {
    const policies = childrenOf(readOnly(bytes, TAG.sequence)).map((policy) => readOid(childrenOf(expectTag(policy, TAG.sequence))[0]));
    // RFC 5280 4.2.1.4: at least one, none twice.
    if (policies.length === 0 || new Set(policies).size !== policies.length) throw new Malformed('certificatePolicies');
    return policies;
  });

export const policyMappings = (certificate: Certificate): readonly { readonly issuer: string; readonly subject: string }[] | undefined =>
  decode(certificate, OID.policyMappings, (bytes) => {
    const mappings = childrenOf(readOnly(bytes, TAG.sequence)).map((mapping) => {
      const [issuer, subject] = childrenOf(expectTag(mapping, TAG.sequence));
      return { issuer: readOid(issuer), subject: readOid(subject) };
    });
    if (mappings.length === 0) throw new Malformed('policyMappings');
    return mappings;
  });

export interface PolicyConstraints {
  /** Certificates that may follow before a policy is demanded. */
  readonly requireExplicitPolicy?: number;
  readonly inhibitPolicyMapping?: number;
}

export const policyConstraints = (certificate: Certificate): PolicyConstraints | undefined =>
  decode(certificate, OID.policyConstraints, (bytes) => {
    const fields = childrenOf(readOnly(bytes, TAG.sequence));
    const [required, inhibited] = [0, 1].map((n) => fields.find(({ tag }) => tag === context(n)));
    // RFC 5280 4.2.1.11: an empty sequence must not be issued.
    if (fields.length === 0) throw new Malformed('policyConstraints');
    return {
      ...(required === undefined ? {} : { requireExplicitPolicy: readSmallInteger({ ...required, tag: TAG.integer }) }),
      ...(inhibited === undefined ? {} : { inhibitPolicyMapping: readSmallInteger({ ...inhibited, tag: TAG.integer }) }),
    };
  });

export const inhibitAnyPolicy = (certificate: Certificate): number | undefined =>
  decode(certificate, OID.inhibitAnyPolicy, (bytes) => readSmallInteger(readOnly(bytes, TAG.integer)));

function readSubtrees(list: Der | undefined): readonly GeneralName[] {
  if (list === undefined) return [];
  const subtrees = childrenOf(list).map((subtree) => {
    const [base, ...distances] = childrenOf(expectTag(subtree, TAG.sequence));
    // RFC 5280 4.2.1.10: minimum is 0 and so not encoded, maximum is absent.
    if (base === undefined || distances.length > 0) throw new Malformed('subtree');
    return readGeneralName(base);
  });
  if (subtrees.length === 0) throw new Malformed('empty subtrees');
  return subtrees;
}

type Decoded = { readonly value: unknown } | { readonly error: unknown };
// Rules ask for the same extension many times, and one may hold 100,000 names.
const decoded = new WeakMap<Extension, Decoded>();

function decode<T>(certificate: Certificate, oid: string, read: (bytes: Uint8Array) => T): T | undefined {
  const extension = certificate.extensions.get(oid);
  if (extension === undefined) return undefined;
  const known = decoded.get(extension) ?? attempt(() => read(extension.value));
  decoded.set(extension, known);
  if ('error' in known) throw known.error;
  return known.value as T;
}

function attempt(work: () => unknown): Decoded {
  try {
    return { value: work() };
  } catch (error) {
    return { error };
  }
}
