import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { childrenOf, readDer } from '../der.ts';
import { readOid } from '../der-values.ts';
import { describeKeyObject } from '../key.ts';
import type { Block } from '../pem.ts';
import type { Fault, FoundKey } from './contents.ts';
import { isCostly } from './cost.ts';
import { loadForge } from './forge.ts';
import { sniff } from './sniff.ts';

export interface KeyWish {
  readonly passphrase?: string | undefined;
  /** Hands the key itself out, too. */
  readonly keepKeys?: boolean | undefined;
}

/** A private key in any of its encodings, encrypted or not; its DER is overwritten with zeros. */
export async function openKeyBlock(block: Block & { readonly der: Uint8Array }, wish: KeyWish): Promise<FoundKey | Fault> {
  const { der, headers, label, line } = block;
  const traditional = /^Proc-Type:.*ENCRYPTED/mu.test(headers);
  const encrypted = traditional || sniff(der) === 'encrypted-pkcs8';
  if (encrypted && wish.passphrase === undefined) return 'locked';
  if (encrypted && isCostly(der)) return 'costly';
  try {
    const key = traditional ? openTraditional(label, headers, der, wish.passphrase ?? '') : await openDer(der, encrypted ? wish.passphrase : undefined);
    return typeof key === 'string' ? key : found(key, { encrypted, line }, wish);
  } finally {
    der.fill(0);
  }
}

/** @param pkcs8 is overwritten with zeros */
export function foundPkcs8(pkcs8: Uint8Array, line: number, wish: KeyWish): FoundKey | Fault {
  try {
    const key = opened({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
    return key === undefined ? 'damaged' : found(key, { encrypted: true, line }, wish);
  } finally {
    pkcs8.fill(0);
  }
}

function found(key: KeyObject, about: Pick<FoundKey, 'encrypted' | 'line'>, { keepKeys }: KeyWish): FoundKey {
  const publicKey = createPublicKey(key);
  const spki = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }));
  const secret = keepKeys === true ? { pkcs8: new Uint8Array(key.export({ format: 'der', type: 'pkcs8' })) } : {};
  return { ...about, spki, key: describeKeyObject(publicKey), ...secret };
}

type Input = Parameters<typeof createPrivateKey>[0];

function opened(input: Input): KeyObject | undefined {
  try {
    return createPrivateKey(input);
  } catch {
    return undefined;
  }
}

async function openDer(der: Uint8Array, passphrase: string | undefined): Promise<KeyObject | Fault> {
  const key = Buffer.from(der);
  if (passphrase !== undefined) {
    const read = opened({ key, format: 'der', type: 'pkcs8', passphrase });
    return read ?? (isLegacy(der) ? await openLegacy(der, passphrase) : 'wrong-passphrase');
  }
  const kind = sniff(der);
  const type = kind === 'pkcs1' ? 'pkcs1' : kind === 'sec1' ? 'sec1' : 'pkcs8';
  return opened({ key, format: 'der', type }) ?? 'damaged';
}

// PBES2 names itself; everything before it names a cipher.
function isLegacy(der: Uint8Array): boolean {
  const [algorithm] = childrenOf(readDer(der));
  return algorithm !== undefined && readOid(childrenOf(algorithm)[0]) !== '1.2.840.113549.1.5.13';
}

// RC2 and single DES, as Windows and Java once exported: OpenSSL 3 no longer reads them.
async function openLegacy(der: Uint8Array, passphrase: string): Promise<KeyObject | Fault> {
  const forge = await loadForge();
  try {
    const plain = forge.pki.decryptPrivateKeyInfo(forge.asn1.fromDer(Buffer.from(der).toString('latin1')), passphrase);
    if (plain === null) return 'wrong-passphrase';
    const pkcs8 = Buffer.from(forge.asn1.toDer(plain).getBytes(), 'latin1');
    const key = opened({ key: pkcs8, format: 'der', type: 'pkcs8' });
    pkcs8.fill(0);
    return key ?? 'wrong-passphrase';
  } catch (error) {
    return error instanceof Error && /unsupported|OID is not|cannot read encrypted/iu.test(error.message) ? 'unsupported' : 'wrong-passphrase';
  }
}

// RFC 1421's way, which OpenSSL wrote for many years: the armour says how.
function openTraditional(label: string, headers: string, der: Uint8Array, passphrase: string): KeyObject | Fault {
  const [, cipher = ''] = /^DEK-Info:\s*([A-Z0-9-]+),/mu.exec(headers) ?? [];
  const armour = `-----BEGIN ${label}-----\n${headers}\n\n${(
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/gu) ?? []
  ).join('\n')}\n-----END ${label}-----\n`;
  return (
    opened({ key: armour, format: 'pem', passphrase }) ?? (/^(?:AES-(?:128|192|256)-CBC|DES-EDE3-CBC)$/u.test(cipher) ? 'wrong-passphrase' : 'unsupported')
  );
}
