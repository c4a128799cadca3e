import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { Certificate } from './certificate.ts';
import { type Block, readBlocks, toPem } from './pem.ts';

/** The public side of a private key; the private one is dropped as soon as it was read. */
export type KeyReading =
  | { readonly state: 'read'; readonly spki: Uint8Array; readonly key: KeyKind; readonly armoured: boolean }
  | { readonly state: 'encrypted' | 'missing' | 'unreadable' | 'several' };

export interface KeyKind {
  readonly kind: 'rsa' | 'rsa-pss' | 'ec' | 'ed25519' | 'ed448' | 'dsa' | 'ml-dsa' | 'other';
  /** Modulus or field, where it says something. */
  readonly bits?: number;
  /** OpenSSL's name of the curve: `prime256v1`. */
  readonly curve?: string;
}

const CURVE_BITS: Readonly<Record<string, number>> = { prime192v1: 192, secp224r1: 224, prime256v1: 256, secp256k1: 256, secp384r1: 384, secp521r1: 521 };
const KINDS: readonly KeyKind['kind'][] = ['rsa', 'rsa-pss', 'ec', 'ed25519', 'ed448', 'dsa'];

/** PEM (PKCS#8, PKCS#1, SEC 1) or DER; DER is overwritten with zeros. Never throws, never returns the key. */
export function readPrivateKey(bytes: Uint8Array): KeyReading {
  const keys = readBlocks(bytes).filter(isKey);
  const [block] = keys;
  if (block === undefined) return { state: 'missing' };
  if (keys.length > 1) return { state: 'several' };
  if (isEncrypted(block)) return { state: 'encrypted' };
  const opened = openKey(block);
  block.der?.fill(0);
  if (opened === undefined) return { state: 'unreadable' };
  return { state: 'read', spki: opened.spki, key: opened.key, armoured: block.label !== 'DER' };
}

/**
 * The one private key of a PEM text as clean PEM (no BOM, CRLF, bag attributes, certificates), for sending.
 * The result is a secret. undefined where there is not exactly one readable, unencrypted key.
 */
export function cleanKeyPem(text: string): string | undefined {
  const keys = readBlocks(new TextEncoder().encode(text)).filter(isKey);
  const [block] = keys;
  if (block?.der === undefined || keys.length > 1 || isEncrypted(block) || block.label === 'DER') return undefined;
  return openKey(block) === undefined ? undefined : toPem(block.label, block.der);
}

/** Kind and strength of a public key (SPKI DER, which nobody changes afterwards). */
export function describeKey(spki: Uint8Array): KeyKind {
  return publicPart(spki, () => createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })).kind;
}

type Certified = Pick<Certificate, 'spki' | 'x509'>;

/** The same of the key in a certificate, which OpenSSL has read already. */
export function describeKeyIn({ spki, x509 }: Certified): KeyKind {
  return publicPart(spki, () => x509.publicKey).kind;
}

/** RSA's public exponent; undefined for other keys. */
export function exponentIn({ spki, x509 }: Certified): bigint | undefined {
  return publicPart(spki, () => x509.publicKey).exponent;
}

interface PublicPart {
  readonly kind: KeyKind;
  readonly exponent: bigint | undefined;
}

// Many rules ask, a CA stands in many chains, and OpenSSL takes longer for an answer than all the rest of a rule.
const known = new WeakMap<Uint8Array, PublicPart>();

function publicPart(spki: Uint8Array, open: () => KeyObject): PublicPart {
  const found = known.get(spki) ?? openPublic(open);
  known.set(spki, found);
  return found;
}

function openPublic(open: () => KeyObject): PublicPart {
  try {
    const key = open();
    return { kind: describeKeyObject(key), exponent: key.asymmetricKeyDetails?.publicExponent };
  } catch {
    return { kind: { kind: 'other' }, exponent: undefined };
  }
}

/** The same of a key that is open. */
export function describeKeyObject(key: KeyObject): KeyKind {
  const type: string = key.asymmetricKeyType ?? '';
  // RFC 9881; the number behind it is the strength.
  if (type.startsWith('ml-dsa-')) return { kind: 'ml-dsa', bits: Number(type.slice('ml-dsa-'.length)) };
  const kind = KINDS.find((known) => known === type) ?? 'other';
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
  if (namedCurve !== undefined) return { kind, curve: namedCurve, ...(CURVE_BITS[namedCurve] === undefined ? {} : { bits: CURVE_BITS[namedCurve] }) };
  return modulusLength === undefined ? { kind } : { kind, bits: modulusLength };
}

function openKey({ label, der }: Block): { spki: Uint8Array; key: KeyKind } | undefined {
  for (const type of label === 'DER' ? (['pkcs8', 'sec1', 'pkcs1'] as const) : [typeOf(label)]) {
    try {
      const publicKey = createPublicKey(createPrivateKey({ key: Buffer.from(der ?? []), format: 'der', type }));
      return { spki: publicKey.export({ format: 'der', type: 'spki' }), key: describeKeyObject(publicKey) };
    } catch {
      // The next encoding may be the right one; that none was is the answer.
    }
  }
  return undefined;
}

function typeOf(label: string): 'pkcs8' | 'sec1' | 'pkcs1' {
  if (label === 'RSA PRIVATE KEY') return 'pkcs1';
  return label === 'EC PRIVATE KEY' ? 'sec1' : 'pkcs8';
}

const isKey = (block: Block): boolean => block.label === 'DER' || block.label.endsWith('PRIVATE KEY');
const isEncrypted = (block: Block): boolean => block.label === 'ENCRYPTED PRIVATE KEY' || /^Proc-Type:.*ENCRYPTED/mu.test(block.headers);
