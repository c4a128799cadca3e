import { childrenOf, readDer } from './der.ts';
import { readCertificates } from './read.ts';

const AUTHORITY_KEY_IDENTIFIER = '2.5.29.35';
const KEY_IDENTIFIER_TAG = 0x80;

/**
 * How renewal information names a certificate (RFC 9773 4.1): key identifier of the issuer and serial number, as base64url.
 * @param chainPem leaf first @returns undefined for certificates without the former
 */
export function renewalId(chainPem: string): string | undefined {
  const [leaf] = readCertificates(chainPem).certificates;
  if (leaf === undefined) return undefined;
  const extension = leaf.extensions.get(AUTHORITY_KEY_IDENTIFIER);
  if (extension === undefined) return undefined;
  const identifier = childrenOf(readDer(extension.value)).find(({ tag }) => tag === KEY_IDENTIFIER_TAG);
  if (identifier === undefined) return undefined;
  return `${Buffer.from(identifier.content).toString('base64url')}.${Buffer.from(leaf.serial).toString('base64url')}`;
}
