import { childrenOf, contextConstructed, type Der, expectTag, readDer, TAG } from './der.ts';
import { type DistinguishedName, readName } from './distinguished-name.ts';
import { readBlocks } from './pem.ts';

/** A certificate of which no more than the subject was looked at. */
export interface Anchor {
  readonly der: Uint8Array;
  /** The subject's DER. */
  readonly subject: Uint8Array;
}

const LABELS: readonly string[] = ['CERTIFICATE', 'X509 CERTIFICATE', 'TRUSTED CERTIFICATE', 'DER'];
// As node hands out its roots: one certificate, nothing around it.
const SINGLE = /^-----BEGIN CERTIFICATE-----\n([A-Za-z0-9+/=\n]+)\n-----END CERTIFICATE-----\n?$/u;

/** @param text PEM of any number of certificates, or one DER certificate as latin1; what cannot be read anchors nothing */
export function readAnchors(text: string): readonly Anchor[] {
  const [, single] = SINGLE.exec(text) ?? [];
  const ders = single === undefined ? dersIn(text) : [Buffer.from(single, 'base64')];
  return ders.flatMap((der) => {
    const subject = subjectOf(der);
    return subject === undefined ? [] : [{ der, subject }];
  });
}

/** @throws Malformed */
export function nameOf({ subject }: Anchor): DistinguishedName {
  return readName(readDer(subject));
}

function dersIn(text: string): readonly Uint8Array[] {
  return readBlocks(Buffer.from(text, 'latin1')).flatMap(({ label, der }) => (der !== undefined && LABELS.includes(label) ? [der] : []));
}

function subjectOf(der: Uint8Array): Uint8Array | undefined {
  try {
    const [tbs] = childrenOf(readDer(der));
    const fields: readonly Der[] = tbs === undefined ? [] : childrenOf(tbs);
    // version?, serial, algorithm, issuer, validity, subject
    return expectTag(fields[fields[0]?.tag === contextConstructed(0) ? 5 : 4], TAG.sequence).raw;
  } catch {
    return undefined;
  }
}
