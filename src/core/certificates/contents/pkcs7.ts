import { childrenOf, contextConstructed, expectTag, readDer, TAG } from '../der.ts';

/** The certificates of a PKCS #7 file (`certs-only` SignedData, RFC 2315 9.1), DER each, in its order. @throws Malformed */
export function certificatesIn(pkcs7: Uint8Array): readonly Uint8Array[] {
  const [, explicit] = childrenOf(expectTag(readDer(pkcs7), TAG.sequence));
  const [signedData] = childrenOf(expectTag(explicit, contextConstructed(0)));
  const set = childrenOf(expectTag(signedData, TAG.sequence)).find(({ tag }) => tag === contextConstructed(0));
  // Attribute certificates and others have context tags.
  return set === undefined ? [] : childrenOf(set).flatMap(({ tag, raw }) => (tag === TAG.sequence ? [raw] : []));
}
