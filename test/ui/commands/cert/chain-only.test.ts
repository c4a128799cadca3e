import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Issued, issueChain } from '../../../helpers/openssl.ts';
import { createPlace, type Place } from '../../fake-host.ts';

let place: Place;
let pki: { root: Issued; issuing: Issued; leaf: Issued };
beforeAll(async () => {
  place = await createPlace();
  pki = issueChain();
  const files = { 'root.pem': pki.root, 'issuing.pem': pki.issuing, 'leaf.pem': pki.leaf };
  for (const [name, { certPem }] of Object.entries(files)) await writeFile(join(place.cwd, name), certPem);
  await writeFile(join(place.cwd, 'chain.pem'), pki.leaf.certPem + pki.issuing.certPem);
  await writeFile(join(place.cwd, 'damaged.pem'), pki.leaf.certPem.replace(/\n[^\n]+\n/u, '\n'));
});
afterAll(() => place[Symbol.asyncDispose]());

const chainOnly = (...args: readonly string[]) => place.run(['cert', 'lint', ...args, '--chain-only']);

describe('cert lint --chain-only', () => {
  it('accepts with 0 what leads to a trusted CA and covers the name', async () => {
    const args = ['--host', 'www.contoso.com', '--trust', 'root.pem'];
    expect(await chainOnly('chain.pem', ...args)).toEqual({ code: 0, out: 'accept\n', err: '' });
    expect((await chainOnly('leaf.pem', '--untrusted', 'issuing.pem', ...args)).code).toBe(0);
    const json = await chainOnly('chain.pem', ...args, '--format', 'json');
    expect(JSON.parse(json.out)).toMatchObject({ schema: 'amltls/cert-lint/1', files: [{ file: 'chain.pem', findings: [] }], verdict: 'accept' });
  });

  it.each([
    ['an intermediate is missing', ['leaf.pem', '--trust', 'root.pem'], 'untrusted-root'],
    ['the name is another', ['chain.pem', '--host', 'contoso.com', '--trust', 'root.pem'], 'name-not-covered'],
    ['the time is another', ['chain.pem', '--at', '2019-01-01', '--trust', 'root.pem'], 'not-yet-valid'],
    ['more intermediates than allowed', ['chain.pem', '--max-depth', '0', '--trust', 'root.pem'], 'too-long'],
    ['the certificate is damaged', ['damaged.pem', '--trust', 'root.pem'], 'parse-error'],
    ['no CA can be read', ['chain.pem', '--trust', 'damaged.pem'], 'untrusted-root'],
  ])('rejects with 3 where %s', async (_, args, code) => {
    const ran = await chainOnly(...args, '--format', 'json');
    expect(ran.code).toBe(3);
    const document = JSON.parse(ran.out);
    expect(document.verdict).toBe('reject');
    expect(document.files[0].findings.map((finding: { code: string }) => finding.code)).toContain(code);
  });

  it.each([
    ['no CA is named', ['chain.pem'], '--trust'],
    ['a file is missing', ['chain.pem', '--trust', 'nowhere.pem'], 'nowhere.pem'],
    ['a date is none', ['chain.pem', '--trust', 'root.pem', '--at', 'yesterday'], '--at'],
    ['a date is another language', ['chain.pem', '--trust', 'root.pem', '--max-depth', 'deep'], '--max-depth'],
    ['there are several chains', ['chain.pem', 'leaf.pem', '--trust', 'root.pem'], '--untrusted'],
  ])('ends with 2 where %s', async (_, args, words) => {
    const ran = await chainOnly(...args);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(words);
  });
});
