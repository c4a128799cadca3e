import { generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { KeyAlgorithm } from './key-algorithm.ts';

/** A new private key; a secret. */
export async function newKey(algorithm: KeyAlgorithm): Promise<KeyObject> {
  if (algorithm.startsWith('rsa-')) return (await promisify(generateKeyPair)('rsa', { modulusLength: Number(algorithm.slice(4)) })).privateKey;
  return (await promisify(generateKeyPair)('ec', { namedCurve: algorithm === 'ecdsa-p384' ? 'P-384' : 'P-256' })).privateKey;
}

/** PKCS#8 PEM; a secret. */
export function keyPemOf(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}
