import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPracticeCa } from '../../../../../src/plugins/environments/sandbox/ca/practice-ca.ts';
import { serverCertificate } from '../../../../../src/plugins/environments/sandbox/host/server-certificate.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amltls-server-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the certificate of the practice servers', () => {
  test('is made once', async () => {
    const ca = await openPracticeCa(folder);
    const first = await serverCertificate(folder, ca);
    expect(await serverCertificate(folder, await openPracticeCa(folder))).toEqual(first);
  });

  test('is made anew where the kept one is damaged or ends soon', async () => {
    const ca = await openPracticeCa(folder);
    const first = await serverCertificate(folder, ca);
    await writeFile(join(folder, 'ca', 'server.json'), '{');
    const second = await serverCertificate(folder, ca);
    expect(second).not.toEqual(first);
    const ending = await ca.issue(['localhost', '127.0.0.1'], Date.now() - 1000, Date.now() + 86_400_000);
    await writeFile(join(folder, 'ca', 'server.json'), JSON.stringify(ending));
    expect(await serverCertificate(folder, ca)).not.toEqual(ending);
  });

  test('is made anew for another CA', async () => {
    const first = await serverCertificate(folder, await openPracticeCa(folder));
    const kept = await readFile(join(folder, 'ca', 'server.json'));
    await rm(join(folder, 'ca'), { recursive: true });
    const other = await openPracticeCa(folder);
    await writeFile(join(folder, 'ca', 'server.json'), kept);
    expect(await serverCertificate(folder, other)).not.toEqual(first);
  });
});
