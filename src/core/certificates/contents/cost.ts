import { childrenOf, type Der, readDer, TAG } from '../der.ts';
import { readOid } from '../der-values.ts';

// Ten times what anybody recommends (OWASP 2023: 1.3 million rounds for SHA-1), seconds of work.
const MAX_ROUNDS = 10_000_000;
// The key derivation of PKCS #12 is plain JavaScript: seconds again.
const MAX_LEGACY_ROUNDS = 1_000_000;
// 128 · N · r bytes of memory.
const MAX_SCRYPT_BYTES = 256 * 1024 * 1024;
const MAX_DEPTH = 12;

const PBKDF2 = '1.2.840.113549.1.5.12';
const SCRYPT = '1.3.6.1.4.1.11591.4.11';
/** pbeWithSHA1And… of PKCS #12, and the older ones of PKCS #5. */
const PBES1 = /^1\.2\.840\.113549\.1\.(?:12\.1|5)\.\d+$/u;

/**
 * True where a password would have to be stretched for minutes: whoever made the file wants to keep us busy. Looks for key derivation
 * parameters and MAC rounds wherever they stand; bytes that are no DER cost nothing.
 */
export function isCostly(der: Uint8Array): boolean {
  try {
    return costly(readDer(der), 0);
  } catch {
    return false;
  }
}

function costly(element: Der, depth: number): boolean {
  if (depth > MAX_DEPTH) return false;
  if (element.tag === TAG.octetString) return inside(element, depth);
  if ((element.tag & 0x20) === 0) return false;
  const children = parts(element);
  const [type, parameters] = children;
  if (type?.tag === TAG.oid && parameters?.tag === TAG.sequence && stretches(readOid(type), parts(parameters))) return true;
  // MacData: { digest info, salt, rounds } at the end of a PFX.
  if (children.length === 3 && type?.tag === TAG.sequence && parameters?.tag === TAG.octetString && rounds(children[2]) > MAX_LEGACY_ROUNDS) return true;
  return children.some((child) => costly(child, depth + 1));
}

function stretches(oid: string, parameters: readonly Der[]): boolean {
  if (oid === SCRYPT) return rounds(parameters[1]) * rounds(parameters[2]) * 128 > MAX_SCRYPT_BYTES || rounds(parameters[3]) > 16;
  return rounds(parameters[1]) > (oid === PBKDF2 ? MAX_ROUNDS : PBES1.test(oid) ? MAX_LEGACY_ROUNDS : Number.POSITIVE_INFINITY);
}

function inside(element: Der, depth: number): boolean {
  if (element.content[0] !== 0x30) return false;
  try {
    return costly(readDer(element.content), depth + 1);
  } catch {
    return false;
  }
}

function parts(element: Der): readonly Der[] {
  try {
    return childrenOf(element);
  } catch {
    return [];
  }
}

function rounds(element: Der | undefined): number {
  return element?.tag === TAG.integer ? element.content.reduce((sum, octet) => sum * 256 + octet, 0) : 0;
}
