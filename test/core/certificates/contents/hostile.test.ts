import { beforeAll, describe, expect, it } from 'vitest';
import { readContents } from '../../../../src/core/certificates/contents/read-contents.ts';
import { childrenOf, readDer } from '../../../../src/core/certificates/der.ts';
import { detailsOf } from '../../../../src/core/certificates/inspect/details.ts';
import { treeOf } from '../../../../src/core/certificates/inspect/tree.ts';
import type { LintWish } from '../../../../src/core/certificates/lint/examined.ts';
import { lintContents } from '../../../../src/core/certificates/lint/lint.ts';
import { toPem } from '../../../../src/core/certificates/pem.ts';
import { readCertificates } from '../../../../src/core/certificates/read.ts';
import { pfxOf } from '../../../helpers/bundles.ts';
import { der } from '../../../helpers/der.ts';
import { type Issued, issue, issueChain } from '../../../helpers/openssl.ts';

const MB = 1024 * 1024;
// What takes milliseconds on a quiet machine and minutes where something grows faster than the file.
const SOON_MS = 15_000;
const wish: LintWish = { names: ['www.contoso.com'], at: Date.now(), rules: 'web', roots: () => [], publicRoots: () => [], isPublicSuffix: () => false };

let leaf: Issued;
beforeAll(() => {
  leaf = issue({ commonName: 'www.contoso.com' });
});

/** Everything that inspect and lint do with a file. */
async function codes(file: Uint8Array): Promise<readonly string[]> {
  const started = performance.now();
  const contents = await readContents(file, { passphrase: 'x' });
  const found = lintContents({ contents, subject: 'file', wish }).map(({ code }) => code);
  for (const certificate of contents.certificates) detailsOf(certificate, wish.at);
  treeOf(contents.certificates.slice(0, 64));
  expect(performance.now() - started).toBeLessThan(SOON_MS);
  return found;
}

/** The leaf with other names in it; its signature no longer fits. */
function withNames(names: Uint8Array): Buffer {
  const [tbs, ...rest] = childrenOf(readDer(readCertificates(leaf.certPem).certificates[0]?.der ?? new Uint8Array()));
  const fields = tbs === undefined ? [] : childrenOf(tbs);
  const san = der(0x30, Buffer.from('0603551d11', 'hex'), der(0x04, names));
  const extensions = der(0xa3, der(0x30, san));
  return der(0x30, der(0x30, ...fields.slice(0, -1).map(({ raw }) => raw), extensions), ...rest.map(({ raw }) => raw));
}

describe('a hostile file', () => {
  it('with 100,000 names is judged', async () => {
    const names = Array.from({ length: 100_000 }, (_, i) => der(0x82, Buffer.from(`n${i}.contoso.com`)));
    const found = await codes(withNames(der(0x30, ...names)));
    expect(found).toEqual(expect.arrayContaining(['names-many', 'name-not-covered']));
  });

  it('of 10 MB is judged: junk, white space, empty armour, one long line, certificates without end', async () => {
    for (const text of ['x', ' ', '\n', '-----BEGIN CERTIFICATE-----\n', '-----BEGIN ', '-----', 'A', `M${' '.repeat(99)}`]) {
      expect(await codes(Buffer.from(text.repeat(Math.ceil((10 * MB) / text.length))))).toContain('parse-error');
    }
    expect(await codes(Buffer.from(`M${' '.repeat(10 * MB)}!`))).toEqual(['parse-error']);
    expect(await codes(Buffer.concat([Buffer.from([0x30, 0x84, 0x00, 0xa0, 0x00, 0x00]), Buffer.alloc(10 * MB, 0x30)]))).toEqual(['parse-error']);
    expect(await codes(Buffer.from(leaf.certPem.repeat(5_000)))).toContain('chain-duplicate');
  });

  it('nested a hundred thousand deep is no certificate', async () => {
    let deep: Uint8Array = Buffer.alloc(0);
    for (let level = 0; level < 2_000; level += 1) deep = der(0x30, deep);
    const ber = Buffer.concat([Buffer.from([0x30, 0x80].concat(...Array.from({ length: 100_000 }, () => [0x30, 0x80])))]);
    for (const file of [deep, ber, Buffer.from(toPem('PKCS7', deep)), Buffer.from(toPem('PKCS12', der(0x30, Buffer.from('020103', 'hex'), deep)))]) {
      expect(await codes(file)).toContain('parse-error');
    }
    expect(await codes(withNames(deep))).toContain('parse-error');
  });

  it('cut off anywhere is a finding', async () => {
    const { issuing } = issueChain();
    const pfx = pfxOf(leaf, [issuing], [], 'x');
    const certificate = readCertificates(leaf.certPem).certificates[0]?.der ?? new Uint8Array();
    for (let at = 1; at < certificate.length; at += 23) expect(await codes(certificate.slice(0, at))).toContain('parse-error');
    for (let at = 1; at < pfx.length; at += 199) expect(await codes(new Uint8Array(pfx.subarray(0, at)))).toContain('parse-error');
  });

  it('with names that steer terminals keeps them as data', async () => {
    const found = await readContents(withNames(der(0x30, der(0x82, Buffer.from('\u001b[2J.contoso.com')))));
    expect(lintContents({ contents: found, subject: 'file', wish }).map(({ code }) => code)).toContain('name-syntax');
  });
});
