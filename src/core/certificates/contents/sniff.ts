import { childrenOf, contextConstructed, type Der, readDer, TAG } from '../der.ts';
import { readOid } from '../der-values.ts';

export type Kind = 'certificate' | 'request' | 'crl' | 'pkcs7' | 'pfx' | 'pkcs8' | 'encrypted-pkcs8' | 'pkcs1' | 'sec1' | 'public-key' | 'unknown';

const SIGNED_DATA = '1.2.840.113549.1.7.2';

/** What a piece of DER is, by its outermost fields; nothing deeper than three levels is read. */
export function sniff(der: Uint8Array): Kind {
  try {
    const fields = childrenOf(readDer(der));
    const [first, second, third] = fields;
    switch (first?.tag) {
      case TAG.oid:
        return readOid(first) === SIGNED_DATA ? 'pkcs7' : 'unknown';
      case TAG.integer:
        return ofNumbered(first, second, third);
      case TAG.sequence:
        return ofSequence(first, second, third);
      default:
        return 'unknown';
    }
  } catch {
    return 'unknown';
  }
}

// Keys and PFX begin with their version.
function ofNumbered(version: Der, second: Der | undefined, third: Der | undefined): Kind {
  if (second?.tag === TAG.integer) return 'pkcs1';
  if (second?.tag === TAG.octetString) return 'sec1';
  if (second?.tag !== TAG.sequence) return 'unknown';
  if (third?.tag === TAG.octetString) return 'pkcs8';
  return version.content[0] === 3 ? 'pfx' : 'unknown';
}

function ofSequence(first: Der, second: Der | undefined, third: Der | undefined): Kind {
  const inner = childrenOf(first);
  if (third === undefined) {
    if (inner[0]?.tag !== TAG.oid) return 'unknown';
    return second?.tag === TAG.octetString ? 'encrypted-pkcs8' : second?.tag === TAG.bitString ? 'public-key' : 'unknown';
  }
  if (third.tag !== TAG.bitString) return 'unknown';
  if (inner[0]?.tag === contextConstructed(0)) return 'certificate';
  // CertificationRequestInfo: version 0, name, key, [0] attributes.
  if (inner[0]?.tag === TAG.integer && inner[3]?.tag === contextConstructed(0)) return 'request';
  const dated = inner.findIndex(({ tag }) => tag === TAG.utcTime || tag === TAG.generalizedTime);
  return dated === -1 ? 'certificate' : 'crl';
}
