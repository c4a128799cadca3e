import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { AcmeError, malformed } from './acme-error.ts';

interface Algorithm {
  readonly hash: 'sha256' | 'sha384' | 'sha512';
  readonly kty: 'EC' | 'RSA';
  readonly crv?: string;
}

/** What a request may be signed with (RFC 7518 3.1). */
const ALGORITHMS: Readonly<Record<string, Algorithm>> = {
  ES256: { hash: 'sha256', kty: 'EC', crv: 'P-256' },
  ES384: { hash: 'sha384', kty: 'EC', crv: 'P-384' },
  ES512: { hash: 'sha512', kty: 'EC', crv: 'P-521' },
  RS256: { hash: 'sha256', kty: 'RSA' },
};
/** The least that is taken of an RSA key, an account's or a certificate's. */
export const LEAST_RSA_BITS = 2048;

/** The members that make a key, in the order in which its thumbprint has them (RFC 7638 3.2). */
const MEMBERS: Readonly<Record<Algorithm['kty'], readonly string[]>> = { EC: ['crv', 'kty', 'x', 'y'], RSA: ['e', 'kty', 'n'] };

export type PublicJwk = Readonly<Record<string, string>>;

/** The public members alone. @throws AcmeError `badPublicKey`, also for keys that are too weak */
export function publicJwkIn(given: unknown): PublicJwk {
  const jwk = Object.fromEntries(Object.entries(Object(given)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  if ('d' in jwk) throw new AcmeError('badPublicKey', 'That is a private key. Nobody needs it but you.');
  const own = membersOf(jwk);
  const bits = keyOf(own).asymmetricKeyDetails?.modulusLength;
  if (bits !== undefined && bits < LEAST_RSA_BITS) throw new AcmeError('badPublicKey', `An RSA key needs ${LEAST_RSA_BITS} bits or more.`);
  return own;
}

/** @throws AcmeError `badPublicKey` */
export function keyOf(jwk: PublicJwk): KeyObject {
  try {
    return createPublicKey({ key: { ...jwk }, format: 'jwk' });
  } catch {
    throw new AcmeError('badPublicKey', 'The key cannot be read: EC and RSA keys are taken.');
  }
}

function membersOf(jwk: PublicJwk): PublicJwk {
  const members = jwk['kty'] === 'EC' || jwk['kty'] === 'RSA' ? MEMBERS[jwk['kty']] : [];
  return Object.fromEntries(members.map((member) => [member, jwk[member] ?? '']));
}

/** Of the key that a certificate or its request holds. */
export const thumbprintOfKey = (key: KeyObject): string => thumbprintOf(membersOf(key.export({ format: 'jwk' }) as PublicJwk));

/** RFC 7638, base64url of SHA-256. */
export function thumbprintOf(jwk: PublicJwk): string {
  const members = Object.fromEntries(Object.entries(jwk).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  return createHash('sha256').update(JSON.stringify(members)).digest('base64url');
}

/** @throws AcmeError `badSignatureAlgorithm`, `malformed` where the key did not sign it */
export function checkSignature(alg: unknown, jwk: PublicJwk, signed: string, signature: string): void {
  const algorithm = typeof alg === 'string' && Object.hasOwn(ALGORITHMS, alg) ? ALGORITHMS[alg] : undefined;
  if (algorithm === undefined || algorithm.kty !== jwk['kty'] || algorithm.crv !== jwk['crv'])
    throw new AcmeError('badSignatureAlgorithm', 'That algorithm is not taken, or not for this key.', 400, { algorithms: Object.keys(ALGORITHMS) });
  const key = { key: keyOf(jwk), dsaEncoding: 'ieee-p1363' as const };
  if (!verify(algorithm.hash, Buffer.from(signed), key, Buffer.from(signature, 'base64url'))) throw malformed('The signature does not fit the key.');
}
