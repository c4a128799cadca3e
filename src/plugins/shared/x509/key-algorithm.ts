/** What a new key is made of. */
export type KeyAlgorithm = 'rsa-2048' | 'rsa-3072' | 'rsa-4096' | 'ecdsa-p256' | 'ecdsa-p384';

export const KEY_ALGORITHMS: readonly KeyAlgorithm[] = ['rsa-2048', 'rsa-3072', 'rsa-4096', 'ecdsa-p256', 'ecdsa-p384'];

export interface WebAlgorithm {
  readonly generate: RsaHashedKeyGenParams | EcKeyGenParams;
  readonly sign: Algorithm & { readonly hash: string };
}

interface RsaHashedKeyGenParams extends Algorithm {
  readonly modulusLength: number;
  readonly publicExponent: Uint8Array<ArrayBuffer>;
  readonly hash: string;
}
interface EcKeyGenParams extends Algorithm {
  readonly namedCurve: string;
}
interface Algorithm {
  readonly name: string;
}

/** The same in Web Crypto's words. Hashes grow with the curve (RFC 5480 section 4). */
export function webAlgorithm(algorithm: KeyAlgorithm): WebAlgorithm {
  if (algorithm.startsWith('rsa-')) {
    const name = 'RSASSA-PKCS1-v1_5';
    return {
      generate: { name, modulusLength: Number(algorithm.slice(4)), publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
      sign: { name, hash: 'SHA-256' },
    };
  }
  const large = algorithm === 'ecdsa-p384';
  return { generate: { name: 'ECDSA', namedCurve: large ? 'P-384' : 'P-256' }, sign: { name: 'ECDSA', hash: large ? 'SHA-384' : 'SHA-256' } };
}

/** Of an existing key. */
export function algorithmOf(key: {
  readonly asymmetricKeyType?: string | undefined;
  readonly asymmetricKeyDetails?: { readonly namedCurve?: string } | undefined;
}): KeyAlgorithm {
  if (key.asymmetricKeyType === 'rsa') return 'rsa-2048';
  return key.asymmetricKeyDetails?.namedCurve === 'secp384r1' ? 'ecdsa-p384' : 'ecdsa-p256';
}
