import type { Certificate } from './certificate.ts';
import { type KeyReading, readPrivateKey } from './key.ts';
import { type OrderedChain, orderChain } from './order.ts';
import { type CertificateFile, readCertificates } from './read.ts';

/** A file of certificates and a file with a key, read but not judged. The key itself is not in it. */
export interface Pair {
  readonly file: CertificateFile;
  readonly key: KeyReading;
  /** undefined where the file holds no certificate that can be read. */
  readonly chain: OrderedChain | undefined;
}

/**
 * Never throws: what is wrong is found by `findingsOfPair`.
 * @param cert PEM in any number and order, or one DER certificate
 * @param key PEM or DER; the caller overwrites it when it is no longer needed
 */
export function readPair(cert: Uint8Array, key: Uint8Array): Pair {
  const file = readCertificates(cert);
  const reading = readPrivateKey(key);
  return { file, key: reading, chain: orderChain(file.certificates, reading.state === 'read' ? reading.spki : undefined) };
}

/** The certificate that the key belongs to. */
export function isMatch({ key, chain }: Pair): boolean {
  return key.state === 'read' && chain !== undefined && isKeyOf(key.spki, chain.leaf);
}

function isKeyOf(spki: Uint8Array, certificate: Certificate): boolean {
  return Buffer.compare(spki, certificate.spki) === 0;
}
