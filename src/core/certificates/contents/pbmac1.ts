import { createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { childrenOf, type Der, expectTag, readDer, TAG } from '../der.ts';
import { readOid, readSmallInteger } from '../der-values.ts';

const PBMAC1 = '1.2.840.113549.1.5.14';
const PBKDF2 = '1.2.840.113549.1.5.12';
/** RFC 8018 B.1.2. Older hashes are not for PBMAC1 (RFC 9579 section 5). */
const HMACS: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};
const SHORTEST_KEY = 20;

/** A PFX whose integrity PBMAC1 guards (RFC 9579, OpenSSL 3.4 and later), looked at with a password. */
export type Guarded =
  /** Another MAC, or none. */
  | { readonly state: 'other' }
  | { readonly state: 'wrong' | 'unsupported' }
  /** `pfx`: the same without its MAC, for readers that do not know this one. */
  | { readonly state: 'right'; readonly pfx: Uint8Array };

/** @throws Malformed where the MAC cannot be read */
export function checkPbmac1(der: Uint8Array, passphrase: string): Guarded {
  const [version, safe, macData] = childrenOf(readDer(der));
  const [digestInfo] = macData?.tag === TAG.sequence ? childrenOf(macData) : [];
  const [algorithm, digest] = digestInfo?.tag === TAG.sequence ? childrenOf(digestInfo) : [];
  if (version === undefined || safe === undefined || oidOf(algorithm) !== PBMAC1) return { state: 'other' };
  const [derivation, scheme] = childrenOf(expectTag(partsOf(algorithm)[1], TAG.sequence));
  const hash = HMACS[oidOf(scheme)];
  const key = keyFrom(derivation, passphrase);
  if (hash === undefined || key === undefined) return { state: 'unsupported' };
  const expected = expectTag(digest, TAG.octetString).content;
  const found = createHmac(hash, key).update(contentOf(safe)).digest();
  if (expected.length !== found.length || !timingSafeEqual(found, expected)) return { state: 'wrong' };
  return { state: 'right', pfx: sequence(version, safe) };
}

/** PBKDF2-params: the salt, the rounds, the key's length, which RFC 9579 wants, and the function. */
function keyFrom(derivation: Der | undefined, passphrase: string): Buffer | undefined {
  if (oidOf(derivation) !== PBKDF2) return undefined;
  const [salt, rounds, ...rest] = childrenOf(expectTag(partsOf(derivation)[1], TAG.sequence));
  const length = rest[0]?.tag === TAG.integer ? readSmallInteger(rest[0]) : 0;
  const hash = HMACS[oidOf(rest.at(-1))];
  if (salt?.tag !== TAG.octetString || length < SHORTEST_KEY || hash === undefined) return undefined;
  return pbkdf2Sync(passphrase, salt.content, readSmallInteger(expectTag(rounds, TAG.integer)), length, hash);
}

// What is guarded: the octets inside the data of the ContentInfo, without their header.
function contentOf(safe: Der): Uint8Array {
  const [, explicit] = childrenOf(expectTag(safe, TAG.sequence));
  const [data] = explicit === undefined ? [] : childrenOf(explicit);
  return expectTag(data, TAG.octetString).content;
}

const partsOf = (element: Der | undefined): readonly Der[] => childrenOf(expectTag(element, TAG.sequence));

function oidOf(element: Der | undefined): string {
  const [oid] = element?.tag === TAG.sequence ? childrenOf(element) : [];
  return oid?.tag === TAG.oid ? readOid(oid) : '';
}

function sequence(...parts: readonly Der[]): Uint8Array {
  const content = Buffer.concat(parts.map(({ raw }) => raw));
  const length: number[] = [];
  for (let left = content.length; left > 0; left = Math.floor(left / 256)) length.unshift(left % 256);
  const header = content.length < 0x80 ? [content.length] : [0x80 + length.length, ...length];
  return Buffer.concat([Buffer.from([TAG.sequence, ...header]), content]);
}
