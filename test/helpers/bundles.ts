import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Issued, openssl } from './openssl.ts';

export const PASSPHRASE = 'correct horse 1';

/** How Windows and OpenSSL 3 write a PFX today, how they did, and what else is seen. */
export const PFX_KINDS = {
  modern: [],
  legacy: ['-legacy', '-certpbe', 'PBE-SHA1-RC2-40', '-keypbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'],
  '3des': ['-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'],
  'aes-128 without a MAC': ['-certpbe', 'AES-128-CBC', '-keypbe', 'AES-128-CBC', '-nomac'],
} as const;

/** A PFX made by openssl. */
export function pfxOf(leaf: Issued, others: readonly Issued[], options: readonly string[] = [], passphrase = PASSPHRASE): Buffer {
  return inFolder((at) => {
    writeFileSync(at('leaf.pem'), leaf.certPem);
    writeFileSync(at('key.pem'), leaf.keyPem);
    writeFileSync(at('others.pem'), others.map(({ certPem }) => certPem).join(''));
    const more = others.length === 0 ? [] : ['-certfile', at('others.pem')];
    return openssl([
      'pkcs12',
      '-export',
      '-in',
      at('leaf.pem'),
      '-inkey',
      at('key.pem'),
      ...more,
      '-passout',
      `pass:${passphrase}`,
      '-name',
      'my server',
      ...options,
    ]);
  });
}

/** A PKCS #7 file made by openssl. */
export function p7bOf(certificates: readonly Issued[], form: 'PEM' | 'DER'): Buffer {
  return inFolder((at) => {
    writeFileSync(at('all.pem'), certificates.map(({ certPem }) => certPem).join(''));
    return openssl(['crl2pkcs7', '-nocrl', '-certfile', at('all.pem'), '-outform', form]);
  });
}

function inFolder<T>(work: (at: (name: string) => string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'amltls-bundle-'));
  try {
    return work((name) => join(folder, name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
