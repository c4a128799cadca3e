import type { Certificate } from './certificate.ts';
import { childrenOf, context, contextConstructed, type Der, expectTag, Malformed, readOnly, TAG } from './der.ts';
import { readBoolean, readNamedBits, readOid, readSmallInteger } from './der-values.ts';
import { type GeneralName, readGeneralName } from './general-name.ts';
import { OID } from './oids.ts';

/** Bits of keyUsage (RFC 5280 4.2.1.3). */
export const KEY_USAGE = { digitalSignature: 0, keyEncipherment: 2, keyAgreement: 4, keyCertSign: 5, cRLSign: 6 } as const;

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

function decode<T>(certificate: Certificate, oid: string, read: (bytes: Uint8Array) => T): T | undefined {
  const extension = certificate.extensions.get(oid);
  return extension === undefined ? undefined : read(extension.value);
}
