import { type Block, decodeText, readBlocks } from '../pem.ts';
import { tryParse } from '../read.ts';
import { isIndefinite, toDefinite } from './ber.ts';
import type { Contents, Fault, TextEncoding, Unread } from './contents.ts';
import { isCostly } from './cost.ts';
import { foundPkcs8, type KeyWish, openKeyBlock } from './open-key.ts';
import { openPfx } from './pfx.ts';
import { certificatesIn } from './pkcs7.ts';
import { tryRequest } from './request.ts';
import { type Kind, sniff } from './sniff.ts';

type Lists = { -readonly [K in 'certificates' | 'keys' | 'requests' | 'containers' | 'others' | 'unread']: Contents[K][number][] };

// A text that nothing but base64 is in, as Key Vault and many portals hand a PFX out.
const BARE_BASE64 = /^M[A-Za-z0-9+/]{80,}={0,2}$/u;
const MAX_PARTS = 10_000;

/**
 * Everything a file holds, in any mix and order, PEM, DER or bare base64; never throws for what is in the file. Unencrypted keys in `bytes`
 * are overwritten where the file is DER. Work is linear in the file, apart from passphrases, whose stretching has a limit.
 */
export async function readContents(bytes: Uint8Array, wish: KeyWish = {}): Promise<Contents> {
  const lists: Lists = { certificates: [], keys: [], requests: [], containers: [], others: [], unread: [] };
  const { form, blocks } = blocksOf(bytes);
  for (const block of blocks.slice(0, MAX_PARTS)) await take(block, lists, wish);
  if (blocks.length > MAX_PARTS) lists.unread.push({ label: `+${blocks.length - MAX_PARTS}`, fault: 'costly', line: blocks[MAX_PARTS]?.line ?? 1 });
  return { form, encoding: form === 'der' ? 'plain' : encodingOf(bytes), ...lists };
}

function blocksOf(bytes: Uint8Array): Pick<Contents, 'form'> & { readonly blocks: readonly Block[] } {
  if (isIndefinite(bytes)) return { form: 'der', blocks: [binary(definite(bytes))] };
  const blocks = readBlocks(bytes);
  if (blocks.length > 0) return { form: blocks[0]?.label === 'DER' ? 'der' : 'pem', blocks };
  const text = decodeText(bytes).replace(/\s+/gu, '');
  if (!BARE_BASE64.test(text)) return { form: 'none', blocks };
  const der = new Uint8Array(Buffer.from(text, 'base64'));
  return sniff(der) === 'unknown' && !isIndefinite(der) ? { form: 'none', blocks } : { form: 'base64', blocks: [binary(definite(der))] };
}

const binary = (der: Uint8Array): Block => ({ label: 'DER', der, headers: '', line: 1 });

function definite(bytes: Uint8Array): Uint8Array {
  if (!isIndefinite(bytes)) return bytes;
  try {
    return toDefinite(bytes);
  } catch {
    return bytes;
  }
}

function encodingOf([first, second, third]: Uint8Array): TextEncoding {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8-bom' : 'plain';
}

async function take(block: Block, lists: Lists, wish: KeyWish): Promise<void> {
  const { der, label, line } = block;
  const miss = (fault: Fault, what = label): void => void lists.unread.push({ label: what, fault, line } satisfies Unread);
  if (der === undefined) return miss('damaged');
  const sound = { ...block, der };
  switch (kindOf(label, der, block.headers)) {
    case 'certificate': {
      const certificate = tryParse(label === 'TRUSTED CERTIFICATE' ? firstElement(der) : der);
      return certificate === undefined ? miss('damaged', 'CERTIFICATE') : void lists.certificates.push(certificate);
    }
    case 'request': {
      const request = tryRequest(der);
      return request === undefined ? miss('damaged', 'CERTIFICATE REQUEST') : void lists.requests.push(request);
    }
    case 'pkcs7':
      return takePkcs7(der, lists, miss);
    case 'pfx':
      return await takePfx(sound, lists, wish, miss);
    case 'crl':
      return void lists.others.push('X509 CRL');
    case 'public-key':
      return void lists.others.push('PUBLIC KEY');
    case 'unknown':
      return label === 'DER' || label.endsWith('PRIVATE KEY') ? miss('damaged') : void lists.others.push(label);
    default: {
      const key = await openKeyBlock(sound, wish);
      return typeof key === 'string' ? miss(key, 'PRIVATE KEY') : void lists.keys.push(key);
    }
  }
}

// What the armour says counts; what is in it shows where it says nothing or something odd.
function kindOf(label: string, der: Uint8Array, headers: string): Kind {
  if (label.endsWith('CERTIFICATE')) return 'certificate';
  if (label.endsWith('CERTIFICATE REQUEST')) return 'request';
  if (headers !== '' && label.endsWith('PRIVATE KEY')) return 'encrypted-pkcs8';
  if (label.endsWith('PRIVATE KEY')) return label === 'RSA PRIVATE KEY' ? 'pkcs1' : label === 'EC PRIVATE KEY' ? 'sec1' : 'pkcs8';
  if (label === 'PKCS7' || label === 'CMS') return 'pkcs7';
  return label === 'DER' || label === 'PKCS12' ? sniff(der) : 'unknown';
}

// OpenSSL's own kind of certificate has its trust settings behind it.
function firstElement(der: Uint8Array): Uint8Array {
  const octets = (der[1] ?? 0) > 0x80 ? (der[1] ?? 0) & 0x7f : 0;
  const length = octets === 0 ? (der[1] ?? 0) : der.subarray(2, 2 + octets).reduce((sum, octet) => sum * 256 + octet, 0);
  return der.subarray(0, 2 + octets + length);
}

function takePkcs7(der: Uint8Array, lists: Lists, miss: (fault: Fault, what?: string) => void): void {
  try {
    const found = certificatesIn(definite(der));
    lists.containers.push('PKCS #7');
    for (const each of found.slice(0, MAX_PARTS)) {
      const certificate = tryParse(each);
      if (certificate === undefined) miss('damaged', 'CERTIFICATE');
      else lists.certificates.push(certificate);
    }
  } catch {
    miss('damaged', 'PKCS #7');
  }
}

async function takePfx(block: Block & { readonly der: Uint8Array }, lists: Lists, wish: KeyWish, miss: (fault: Fault, what?: string) => void): Promise<void> {
  if (isCostly(block.der)) return miss('costly', 'PFX');
  const pfx = await openPfx(block.der, wish.passphrase);
  if (typeof pfx === 'string') return miss(pfx, 'PFX');
  lists.containers.push('PFX');
  for (const each of pfx.certificates) {
    const certificate = tryParse(each);
    if (certificate === undefined) miss('damaged', 'CERTIFICATE');
    else lists.certificates.push(certificate);
  }
  for (const each of pfx.keys) {
    const key = foundPkcs8(each, block.line, wish);
    if (typeof key === 'string') miss(key, 'PRIVATE KEY');
    else lists.keys.push(key);
  }
}
