import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSPHRASE, pfxOf } from '../../../helpers/bundles.ts';
import { type Issued, issueChain } from '../../../helpers/openssl.ts';
import { createPlace, type Place } from '../../fake-host.ts';

let place: Place;
let pki: { root: Issued; issuing: Issued; leaf: Issued };
beforeAll(async () => {
  place = await createPlace();
  pki = issueChain();
  const write = (name: string, text: string | Uint8Array) => writeFile(join(place.cwd, name), text, { mode: 0o600 });
  await write('root.pem', pki.root.certPem);
  await write('chain.pem', pki.leaf.certPem + pki.issuing.certPem);
  await write('leaf.pem', pki.leaf.certPem);
  await write('key.pem', pki.leaf.keyPem);
  await write('other.pem', pki.issuing.keyPem);
  await write('all.pfx', pfxOf(pki.leaf, [pki.issuing]));
  await write('passphrase.txt', `${PASSPHRASE}\n`);
});
afterAll(() => place[Symbol.asyncDispose]());

const lint = (...args: readonly string[]) => place.run(['cert', 'lint', '--trust', 'root.pem', '--rules', 'private', ...args]);
const codes = (out: string): readonly (readonly string[])[] =>
  JSON.parse(out).files.map(({ findings }: { findings: readonly { code: string }[] }) => findings.map(({ code }) => code));

describe('cert lint', () => {
  it('ends with 0 and says so where nothing is wrong, for several files at once', async () => {
    const ran = await lint('chain.pem', 'chain.pem', '--host', 'www.contoso.com');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out.match(/chain\.pem/gu)).toHaveLength(2);
  });

  it('ends with 3 and one document, each finding with its words and source', async () => {
    const ran = await lint('leaf.pem', 'chain.pem', '--host', 'api.contoso.com', '--format', 'json');
    expect(ran.code).toBe(3);
    expect(codes(ran.out)).toEqual([['chain-incomplete', 'name-not-covered'], ['name-not-covered']]);
    const document = JSON.parse(ran.out);
    expect(document).toMatchObject({ schema: 'amltls/cert-lint/1', files: [{ file: 'leaf.pem' }, { file: 'chain.pem' }] });
    expect(document.files[0].findings[0]).toMatchObject({
      severity: 'error',
      subject: 'leaf.pem',
      source: 'RFC 8446 4.4.2',
      message: expect.any(String),
      next: [expect.any(String)],
    });
  });

  it('matches the key, and says who else may read it', async () => {
    expect((await lint('chain.pem', '--key', 'key.pem')).code).toBe(0);
    const other = await lint('chain.pem', '--key', 'other.pem', '--format', 'json');
    expect(codes(other.out)).toEqual([['key-mismatch']]);
    await writeFile(join(place.cwd, 'open.pem'), pki.leaf.keyPem);
    await chmod(join(place.cwd, 'open.pem'), 0o644);
    expect(codes((await lint('chain.pem', '--key', 'open.pem', '--format', 'json')).out)).toEqual([['key-file-open']]);
  });

  it('opens a PFX with a passphrase from a file or the environment, and tells it to nobody', async () => {
    expect(codes((await lint('all.pfx', '--format', 'json')).out)).toEqual([['parse-error']]);
    const byFile = await lint('all.pfx', '--passphrase-file', 'passphrase.txt');
    const byVariable = await place.run(['cert', 'lint', 'all.pfx', '--trust', 'root.pem', '--rules', 'private'], { env: { AMLTLS_PASSPHRASE: PASSPHRASE } });
    for (const ran of [byFile, byVariable]) {
      expect(ran.code).toBe(0);
      expect(ran.out + ran.err).not.toContain(PASSPHRASE);
    }
  });

  it('judges at another time, and streams a line for each file', async () => {
    const ran = await lint('chain.pem', '--at', '2060-01-01T00:00:00Z', '--format', 'ndjson');
    const lines = ran.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ type }) => type)).toEqual(['file', 'outcome']);
    expect(lines[0].findings.map(({ code }: { code: string }) => code)).toContain('expired');
    expect(lines[1]).toMatchObject({ status: 'failed', exitCode: 3 });
  });

  it.each([
    [['nowhere.pem'], 'nowhere.pem'],
    [['chain.pem', '--rules', 'wild'], '--rules'],
    [['chain.pem', 'leaf.pem', '--key', 'key.pem'], '--key'],
  ])('ends with 2 for %j', async (args, words) => {
    const ran = await lint(...args);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(words);
  });
});
