import { createPrivateKey } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Contents } from '../../../../src/core/certificates/contents/contents.ts';
import { readContents } from '../../../../src/core/certificates/contents/read-contents.ts';
import { childrenOf, readDer } from '../../../../src/core/certificates/der.ts';
import { PASSPHRASE, PFX_KINDS, p7bOf, pfxOf } from '../../../helpers/bundles.ts';
import { der } from '../../../helpers/der.ts';
import { type Issued, issue, issueChain, openssl, rsa } from '../../../helpers/openssl.ts';

let pki: { root: Issued; issuing: Issued; leaf: Issued };
let rsaLeaf: Issued;
beforeAll(() => {
  pki = issueChain();
  rsaLeaf = issue({ commonName: 'rsa.contoso.com', issuer: pki.issuing, key: rsa(2048) });
});

const partsOf = (sequence: Uint8Array) => childrenOf(readDer(sequence)).map(({ tag, content }) => der(tag, content)) as unknown as readonly [Buffer, Buffer];
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const passphrase = PASSPHRASE;
const pems = ({ certificates }: Contents) => certificates.map(({ x509 }) => x509.toString());
const keyPem = ({ keys }: Contents) =>
  createPrivateKey({ key: Buffer.from(keys[0]?.pkcs8 ?? []), format: 'der', type: 'pkcs8' }).export({ type: 'pkcs8', format: 'pem' });

describe('a PFX', () => {
  it.each(Object.entries(PFX_KINDS))('made by openssl (%s) is read to the byte, with EC and RSA keys', async (_, options) => {
    for (const leaf of [pki.leaf, rsaLeaf]) {
      const read = await readContents(pfxOf(leaf, [pki.issuing, pki.root], options), { passphrase, keepKeys: true });
      expect(read).toMatchObject({ form: 'der', containers: ['PFX'], unread: [] });
      expect(pems(read).toSorted()).toEqual([leaf.certPem, pki.issuing.certPem, pki.root.certPem].toSorted());
      expect(keyPem(read)).toBe(leaf.keyPem);
    }
  });

  it('needs its passphrase, and says which of the two is wrong', async () => {
    const pfx = pfxOf(pki.leaf, []);
    expect((await readContents(pfx)).unread).toEqual([{ label: 'PFX', fault: 'locked', line: 1 }]);
    expect((await readContents(pfx, { passphrase: 'wrong' })).unread).toEqual([{ label: 'PFX', fault: 'wrong-passphrase', line: 1 }]);
    expect((await readContents(pfxOf(pki.leaf, [], [], ''))).certificates).toHaveLength(1);
  });

  it.each(Object.entries(PFX_KINDS).flatMap(([kind, options]) => ['Grüße, пароль', 'パスワード', 'key 🔑'].map((words) => [kind, words, options] as const)))(
    'made by openssl (%s) opens with the passphrase %s',
    async (_, words, options) => {
      for (const leaf of [pki.leaf, rsaLeaf]) {
        const read = await readContents(pfxOf(leaf, [pki.issuing], options, words), { passphrase: words, keepKeys: true });
        expect(read.unread).toEqual([]);
        expect([keyPem(read), pems(read).length]).toEqual([leaf.keyPem, 2]);
      }
      const wrong = await readContents(pfxOf(pki.leaf, [], options, words), { passphrase: `${words}!` });
      expect(wrong.unread).toMatchObject([{ label: 'PFX', fault: 'wrong-passphrase' }]);
    },
  );

  // The MAC by openssl's own PBKDF2 and HMAC: its releases before 3.4 write no such file.
  describe('whose MAC is PBMAC1 (RFC 9579)', () => {
    const [SHA1, SHA256, SHA512] = ['SHA1', 'SHA256', 'SHA512'] as const;
    const HMAC = { SHA1: '2a864886f70d0207', SHA256: '2a864886f70d0209', SHA512: '2a864886f70d020b' } as const;
    type Hash = keyof typeof HMAC;
    const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
    const hmac = (hash: Hash) => der(0x30, oid(HMAC[hash]), der(0x05));
    const guarded = (words: string, [derives, guards]: readonly [Hash, Hash], keyLength = 32): Buffer => {
      const [version, safe] = partsOf(pfxOf(pki.leaf, [pki.issuing], PFX_KINDS['aes-128 without a MAC'], words));
      const salt = Buffer.alloc(16, 7);
      const hex = { pass: Buffer.from(words).toString('hex'), salt: salt.toString('hex') };
      const wish = [`digest:${derives}`, `hexpass:${hex.pass}`, `hexsalt:${hex.salt}`, 'iter:2048'].flatMap((each) => ['-kdfopt', each]);
      const key = openssl(['kdf', '-keylen', String(keyLength), '-binary', ...wish, 'PBKDF2']).toString('hex');
      const { content } = readDer(partsOf(partsOf(safe)[1])[0]);
      const digest = openssl(['dgst', `-${guards.toLowerCase()}`, '-mac', 'HMAC', '-macopt', `hexkey:${key}`, '-binary'], content);
      const length = der(0x02, Buffer.from([keyLength]));
      const pbkdf2 = der(0x30, oid('2a864886f70d01050c'), der(0x30, der(0x04, salt), der(0x02, Buffer.from([8, 0])), length, hmac(derives)));
      const pbmac1 = der(0x30, oid('2a864886f70d01050e'), der(0x30, pbkdf2, hmac(guards)));
      return der(0x30, version, safe, der(0x30, der(0x30, pbmac1, der(0x04, digest)), der(0x04, salt), der(0x02, Buffer.from([1]))));
    };

    it.each([
      [SHA256, SHA256],
      [SHA256, SHA512],
      [SHA512, SHA512],
    ] as const)('opens (%s, %s)', async (...hmacs) => {
      const read = await readContents(guarded(passphrase, hmacs), { passphrase, keepKeys: true });
      expect(read.unread).toEqual([]);
      expect([keyPem(read), pems(read).length]).toEqual([pki.leaf.keyPem, 2]);
    });

    it('opens with a passphrase beyond ASCII', async () => {
      const words = 'Grüße, パスワード';
      expect((await readContents(guarded(words, [SHA256, SHA256]), { passphrase: words })).unread).toEqual([]);
    });

    it('says which passphrase is wrong, and whose hash is none for it', async () => {
      const pfx = guarded(passphrase, [SHA256, SHA256]);
      expect((await readContents(pfx, { passphrase: 'wrong' })).unread).toMatchObject([{ fault: 'wrong-passphrase' }]);
      expect((await readContents(pfx)).unread).toMatchObject([{ fault: 'locked' }]);
      expect((await readContents(guarded(passphrase, [SHA1, SHA1]), { passphrase })).unread).toMatchObject([{ fault: 'unsupported' }]);
      expect((await readContents(guarded(passphrase, [SHA256, SHA256], 16), { passphrase })).unread).toMatchObject([{ fault: 'unsupported' }]);
    });
  });

  it('that was cut off or made to keep us busy is reported', async () => {
    const pfx = pfxOf(pki.leaf, []);
    expect((await readContents(pfx.subarray(0, -9), { passphrase })).unread).toMatchObject([{ fault: 'damaged' }]);
    const busy = pfxOf(pki.leaf, [], ['-iter', '2000000', '-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES']);
    expect((await readContents(busy, { passphrase })).unread).toEqual([{ label: 'PFX', fault: 'costly', line: 1 }]);
  });

  it('may come as bare base64, as Key Vault hands it out', async () => {
    const read = await readContents(bytes(pfxOf(pki.leaf, []).toString('base64')), { passphrase });
    expect(read).toMatchObject({ form: 'base64', unread: [] });
    expect(pems(read)).toEqual([pki.leaf.certPem]);
  });
});

describe('a PKCS #7 file', () => {
  it.each(['PEM', 'DER'] as const)('in %s hands out its certificates to the byte', async (form) => {
    const read = await readContents(p7bOf([pki.leaf, pki.issuing, pki.root], form));
    expect(pems(read)).toEqual([pki.leaf.certPem, pki.issuing.certPem, pki.root.certPem]);
    expect(read).toMatchObject({ containers: ['PKCS #7'], unread: [] });
  });

  it('with indefinite lengths is read, too', async () => {
    const der = p7bOf([pki.leaf], 'DER');
    // The outermost SEQUENCE, its length replaced.
    const header = (der[1] ?? 0) > 0x80 ? 2 + ((der[1] ?? 0) & 0x7f) : 2;
    const ber = Buffer.concat([Buffer.from([0x30, 0x80]), der.subarray(header), Buffer.from([0, 0])]);
    expect(pems(await readContents(ber))).toEqual([pki.leaf.certPem]);
  });
});

describe('a private key', () => {
  const encrypted = (...args: readonly string[]) => openssl([...args, '-passout', `pass:${passphrase}`], rsaLeaf.keyPem);
  it.each([
    ['PKCS #8, PBKDF2 and AES', () => encrypted('pkcs8', '-topk8', '-v2', 'aes-256-cbc', '-v2prf', 'hmacWithSHA256')],
    ['PKCS #8, scrypt', () => encrypted('pkcs8', '-topk8', '-scrypt')],
    ['PKCS #8, 3DES of PKCS #12', () => encrypted('pkcs8', '-topk8', '-v1', 'PBE-SHA1-3DES')],
    ['PKCS #8, RC2', () => encrypted('pkcs8', '-topk8', '-v1', 'PBE-SHA1-RC2-40', '-provider', 'legacy', '-provider', 'default')],
    ['traditional, AES', () => encrypted('rsa', '-traditional', '-aes256')],
    ['traditional, 3DES', () => encrypted('rsa', '-traditional', '-des3')],
    ['PKCS #8, DER', () => encrypted('pkcs8', '-topk8', '-outform', 'DER')],
  ])('encrypted as %s opens with its passphrase only', async (_, make) => {
    const file = () => new Uint8Array(make());
    expect((await readContents(file())).unread).toMatchObject([{ label: 'PRIVATE KEY', fault: 'locked' }]);
    expect((await readContents(file(), { passphrase: 'wrong' })).unread).toMatchObject([{ fault: 'wrong-passphrase' }]);
    const read = await readContents(file(), { passphrase, keepKeys: true });
    expect(read.keys).toMatchObject([{ encrypted: true, key: { kind: 'rsa', bits: 2048 } }]);
    expect(keyPem(read)).toBe(rsaLeaf.keyPem);
  });

  it('is not handed out unless it is asked for', async () => {
    expect((await readContents(bytes(pki.leaf.keyPem))).keys[0]).not.toHaveProperty('pkcs8');
    expect((await readContents(pfxOf(pki.leaf, []), { passphrase })).keys[0]).not.toHaveProperty('pkcs8');
  });

  it.each([
    ['SEC 1', () => openssl(['ec'], pki.leaf.keyPem)],
    ['SEC 1, DER', () => openssl(['ec', '-outform', 'DER'], pki.leaf.keyPem)],
    ['PKCS #8, DER', () => openssl(['pkcs8', '-topk8', '-nocrypt', '-outform', 'DER'], pki.leaf.keyPem)],
  ])('is read as %s', async (_, make) => {
    const read = await readContents(new Uint8Array(make()), { keepKeys: true });
    expect(keyPem(read)).toBe(pki.leaf.keyPem);
  });
});

describe('a file', () => {
  it('may hold everything at once, in any order, with junk around it', async () => {
    const ask = ['-subj', '/CN=www.contoso.com', '-addext', 'subjectAltName=DNS:a.contoso.com,IP:10.0.0.1'];
    const csr = openssl(['req', '-new', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', '/dev/null', ...ask]);
    const mixed = `Bag Attributes\n    localKeyID: 01\n${pki.leaf.keyPem}subject=CN\n${pki.leaf.certPem}\n${csr}${p7bOf([pki.issuing], 'PEM')}-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----\n`;
    const read = await readContents(bytes(mixed));
    expect(pems(read)).toEqual([pki.leaf.certPem, pki.issuing.certPem]);
    expect(read.keys).toHaveLength(1);
    expect(read.requests).toMatchObject([{ names: ['a.contoso.com', '10.0.0.1'], proven: true, key: { kind: 'ec' } }]);
    expect(read.others).toEqual(['X509 CRL']);
  });

  it.each([
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('PEM', 'utf16le')])],
    ['utf-16be', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from('PEM', 'utf16le').swap16()])],
    ['utf-8-bom', Buffer.from('\ufeffPEM')],
    ['plain', Buffer.from('PEM')],
  ])('in %s with CRLF is read, and says so', async (encoding, pattern) => {
    const text = pki.leaf.certPem.replaceAll('\n', '\r\n');
    const [before, after] = encoding.startsWith('utf-16')
      ? [pattern.subarray(0, 2), Buffer.from(text, 'utf16le')]
      : [pattern.subarray(0, -3), Buffer.from(text)];
    const file = Buffer.concat([before, encoding === 'utf-16be' ? after.swap16() : after]);
    const read = await readContents(file);
    expect(read.encoding).toBe(encoding);
    expect(pems(read)).toEqual([pki.leaf.certPem]);
  });

  it('keeps what can be read where a part cannot', async () => {
    const damaged = pki.issuing.certPem.replace(/\n[^\n]+\n/u, '\n');
    const read = await readContents(bytes(pki.leaf.certPem + damaged + pki.root.certPem));
    expect(pems(read)).toEqual([pki.leaf.certPem, pki.root.certPem]);
    expect(read.unread).toEqual([{ label: 'CERTIFICATE', fault: 'damaged', line: pki.leaf.certPem.split('\n').length }]);
  });
});
