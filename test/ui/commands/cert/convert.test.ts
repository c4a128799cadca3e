import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSPHRASE, PFX_KINDS, p7bOf, pfxOf } from '../../../helpers/bundles.ts';
import { type Issued, issue, issueChain, openssl, rsa } from '../../../helpers/openssl.ts';
import { createPlace, type Place } from '../../fake-host.ts';

let place: Place;
let pki: { root: Issued; issuing: Issued; leaf: Issued };
let rsaLeaf: Issued;
beforeAll(async () => {
  place = await createPlace();
  pki = issueChain();
  rsaLeaf = issue({ commonName: 'www.contoso.com', issuer: pki.issuing, key: rsa(2048) });
});
afterAll(() => place[Symbol.asyncDispose]());

let count = 0;
/** Writes the files into a folder of their own and converts them to another. */
async function convert(files: Readonly<Record<string, string | Uint8Array>>, ...more: readonly string[]) {
  count += 1;
  const from = join(place.cwd, `from${count}`);
  const out = join(place.cwd, `out${count}`);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(from, name, '..'), { recursive: true });
    await writeFile(join(from, name), content);
  }
  const named = more.includes('--from') ? [] : Object.keys(files).map((name) => join(from, name));
  const args = more.map((each) => each.replace('FROM', from));
  const ran = await place.run(['cert', 'convert', ...named, '--out', out, ...args], { env: { AMLTLS_PASSPHRASE: PASSPHRASE } });
  const read = (name: string) => readFile(join(out, name), 'utf8').catch(() => undefined);
  return { ran, out, from, cert: await read('fullchain.pem'), key: await read('key.pem') };
}
const serving = (leaf: Issued) => leaf.certPem + pki.issuing.certPem;
const encrypted = (...args: readonly string[]) => openssl([...args, '-passout', `pass:${PASSPHRASE}`], rsaLeaf.keyPem);

describe('cert convert', () => {
  it.each(Object.entries(PFX_KINDS))('takes a PFX apart (%s): serving order without the root, to the byte, key 0600', async (_, options) => {
    for (const leaf of [pki.leaf, rsaLeaf]) {
      const { ran, out, cert, key } = await convert({ 'all.pfx': pfxOf(leaf, [pki.root, pki.issuing], options) });
      expect(ran).toMatchObject({ code: 0, err: '' });
      expect([cert, key]).toEqual([serving(leaf), leaf.keyPem]);
      expect((await stat(join(out, 'key.pem'))).mode & 0o777).toBe(0o600);
      expect((await readdir(out)).toSorted()).toEqual(['fullchain.pem', 'key.pem']);
    }
  });

  it.each([
    ['PKCS #8 and PKCS #7', () => ({ 'key.pem': encrypted('pkcs8', '-topk8'), 'chain.p7b': p7bOf([pki.root, pki.issuing, rsaLeaf], 'DER') })],
    [
      'a traditional key, apart',
      () => ({
        'a.key': encrypted('rsa', '-traditional', '-aes128'),
        'b.cer': openssl(['x509', '-outform', 'DER'], rsaLeaf.certPem),
        'c.crt': pki.issuing.certPem,
      }),
    ],
    [
      'one file in the wrong order, with CRLF and bag attributes',
      () => ({ 'all.pem': `Bag Attributes\r\n${(pki.issuing.certPem + rsaLeaf.keyPem + rsaLeaf.certPem).replaceAll('\n', '\r\n')}` }),
    ],
    ['UTF-16 from PowerShell', () => ({ 'all.pem': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(rsaLeaf.keyPem + serving(rsaLeaf), 'utf16le')]) })],
    ['a DER key', () => ({ 'chain.pem': serving(rsaLeaf), 'key.der': openssl(['pkcs8', '-topk8', '-nocrypt', '-outform', 'DER'], rsaLeaf.keyPem) })],
  ] as const)('joins %s', async (_, files) => {
    const { ran, cert, key } = await convert(files());
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect([cert, key]).toEqual([serving(rsaLeaf), rsaLeaf.keyPem]);
  });

  it.each([
    [
      'certbot',
      'certbot:FROM',
      (pair: Issued) => ({
        'cert.pem': pair.certPem,
        'chain.pem': pki.issuing.certPem,
        'fullchain.pem': serving(pair),
        'privkey.pem': pair.keyPem,
        README: 'x',
      }),
    ],
    [
      'lego',
      'lego:FROM',
      (pair: Issued) => ({
        'www.contoso.com.crt': serving(pair),
        'www.contoso.com.key': pair.keyPem,
        'www.contoso.com.issuer.crt': pki.issuing.certPem,
        'www.contoso.com.json': '{}',
      }),
    ],
    [
      'lego, one of two',
      'lego:FROM/www.contoso.com',
      (pair: Issued) => ({ 'www.contoso.com.crt': serving(pair), 'www.contoso.com.key': pair.keyPem, 'x.crt': 'x', 'x.key': 'x' }),
    ],
    [
      'acme.sh',
      'acme.sh:FROM',
      (pair: Issued) => ({
        'fullchain.cer': serving(pair),
        'ca.cer': pki.issuing.certPem,
        'www.contoso.com.cer': pair.certPem,
        'www.contoso.com.key': pair.keyPem,
        'www.contoso.com.conf': 'x',
        'www.contoso.com.csr': 'x',
      }),
    ],
    [
      'win-acme',
      'win-acme:FROM',
      (pair: Issued) => ({
        'www.contoso.com-chain.pem': serving(pair),
        'www.contoso.com-chain-only.pem': pki.issuing.certPem,
        'www.contoso.com-crt.pem': pair.certPem,
        'www.contoso.com-key.pem': pair.keyPem,
      }),
    ],
    ['win-acme with a PFX', 'win-acme:FROM', (pair: Issued) => ({ 'www.contoso.com.pfx': pfxOf(pair, [pki.issuing]) })],
  ] as const)('imports the folder of %s', async (_, from, files) => {
    const { ran, cert, key } = await convert(files(pki.leaf), '--from', from);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect([cert, key]).toEqual([serving(pki.leaf), pki.leaf.keyPem]);
  });

  it('names the certificates of a folder that holds several, and a program it does not know', async () => {
    const several = await convert({ 'a.crt': 'x', 'a.key': 'x', 'b.crt': 'x', 'b.key': 'x' }, '--from', 'lego:FROM');
    expect(several.ran.code).toBe(2);
    expect(several.ran.err).toContain('a, b');
    expect((await convert({ x: 'x' }, '--from', 'caddy:FROM')).ran.code).toBe(2);
    expect((await convert({ x: 'x' }, '--from', 'certbot:FROM')).ran).toMatchObject({ code: 2 });
  });

  it('writes over nothing unless it is told to', async () => {
    const { out, from } = await convert({ 'all.pem': serving(pki.leaf) + pki.leaf.keyPem });
    await writeFile(join(from, 'new.pem'), serving(rsaLeaf) + rsaLeaf.keyPem);
    const again = (...more: readonly string[]) => place.run(['cert', 'convert', join(from, 'new.pem'), '--out', out, ...more]);
    const refused = await again();
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('--overwrite');
    expect(await readFile(join(out, 'key.pem'), 'utf8')).toBe(pki.leaf.keyPem);
    expect((await again('--overwrite')).code).toBe(0);
    expect(await readFile(join(out, 'key.pem'), 'utf8')).toBe(rsaLeaf.keyPem);
    expect(await readFile(join(out, 'fullchain.pem'), 'utf8')).toBe(serving(rsaLeaf));
  });

  it.each([
    ['a wrong passphrase', () => ({ 'all.pfx': pfxOf(pki.leaf, [], [], 'another') }), 2, 'passphrase'],
    ['a key of another certificate', () => ({ 'cert.pem': serving(pki.leaf), 'key.pem': rsaLeaf.keyPem }), 3, 'nothing was written'],
    ['half a certificate', () => ({ 'all.pem': pki.leaf.certPem.slice(0, 300) }), 2, 'damaged'],
    ['no certificate', () => ({ 'key.pem': pki.leaf.keyPem }), 2, 'certificate'],
  ] as const)('writes nothing for %s', async (_, files, code, words) => {
    const { ran, cert, key } = await convert(files());
    expect(ran.code).toBe(code);
    expect(ran.err).toContain(words);
    expect([cert, key]).toEqual([undefined, undefined]);
  });

  it('works without a key, says that the issuer is missing, and tells the key to nobody', async () => {
    const { ran, cert, key } = await convert({ 'cert.pem': pki.leaf.certPem }, '--format', 'json');
    expect(ran.code).toBe(0);
    expect([cert, key]).toEqual([pki.leaf.certPem, undefined]);
    expect(JSON.parse(ran.out)).toMatchObject({ schema: 'amltls/cert-convert/1', status: 'done', keyFile: null, names: ['www.contoso.com'] });
    expect(ran.err).toContain('Contoso Issuing CA');
    const whole = await convert({ 'all.pfx': pfxOf(pki.leaf, [pki.issuing]) }, '--format', 'ndjson');
    const secret = pki.leaf.keyPem.split('\n')[1] ?? '';
    expect(whole.ran.out + whole.ran.err).not.toContain(secret.slice(40));
  });
});
