import { createPublicKey, verify } from 'node:crypto';
import { childrenOf, contextConstructed, expectTag, Malformed, readOnly, TAG } from '../der.ts';
import { readNamedBits, readOid } from '../der-values.ts';
import { type DistinguishedName, readName } from '../distinguished-name.ts';
import { readGeneralName } from '../general-name.ts';
import { describeKey, type KeyKind } from '../key.ts';
import { ipToText } from '../names.ts';
import { OID, SIGNATURES } from '../oids.ts';

/** A certificate signing request (PKCS #10, RFC 2986). Text in it is foreign. */
export interface CertificateRequest {
  readonly subject: DistinguishedName;
  readonly spki: Uint8Array;
  readonly key: KeyKind;
  /** DNS and IP names that are asked for. */
  readonly names: readonly string[];
  readonly signature: string;
  /** Whoever made it holds the private key; undefined where the signature's kind is not known here. */
  readonly proven: boolean | undefined;
}

const EXTENSION_REQUEST = '1.2.840.113549.1.9.14';
const HASHES: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.5': 'sha1',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};

/** @throws Malformed */
export function readRequest(der: Uint8Array): CertificateRequest {
  const [info, algorithm, signature] = childrenOf(readOnly(der, TAG.sequence));
  const [, subject, spki, attributes] = childrenOf(expectTag(info, TAG.sequence));
  const signatureOid = readOid(childrenOf(expectTag(algorithm, TAG.sequence))[0]);
  readNamedBits(expectTag(signature, TAG.bitString));
  const key = expectTag(spki, TAG.sequence).raw;
  return {
    subject: readName(subject),
    spki: key,
    key: describeKey(key),
    names: attributes?.tag === contextConstructed(0) ? namesIn(childrenOf(attributes).map(({ raw }) => raw)) : [],
    signature: SIGNATURES[signatureOid]?.name ?? signatureOid,
    proven: isProven(expectTag(info, TAG.sequence).raw, key, signatureOid, expectTag(signature, TAG.bitString).content.subarray(1)),
  };
}

function namesIn(attributes: readonly Uint8Array[]): readonly string[] {
  for (const attribute of attributes) {
    const [type, values] = childrenOf(readOnly(attribute, TAG.sequence));
    if (readOid(type) !== EXTENSION_REQUEST) continue;
    const [extensions] = childrenOf(expectTag(values, TAG.set));
    for (const extension of childrenOf(expectTag(extensions, TAG.sequence))) {
      const fields = childrenOf(extension);
      if (readOid(fields[0]) !== OID.subjectAltName) continue;
      const value = expectTag(fields.at(-1), TAG.octetString).content;
      return childrenOf(readOnly(value, TAG.sequence))
        .map(readGeneralName)
        .flatMap((name) => (name.kind === 'dns' ? [name.value] : name.kind === 'ip' ? [ipToText(name.value)] : []));
    }
  }
  return [];
}

function isProven(info: Uint8Array, spki: Uint8Array, signatureOid: string, signature: Uint8Array): boolean | undefined {
  const hash = HASHES[signatureOid];
  if (hash === undefined && signatureOid !== '1.3.101.112') return undefined;
  try {
    return verify(hash ?? null, info, createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' }), signature);
  } catch {
    return false;
  }
}

/** The request, or undefined for bytes that are none. */
export function tryRequest(der: Uint8Array): CertificateRequest | undefined {
  try {
    return readRequest(der);
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}
