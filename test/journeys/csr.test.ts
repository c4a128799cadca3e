import { X509Certificate } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshHome } from '../helpers/bin.ts';
import { issueChain, signRequest } from '../helpers/openssl.ts';
import { startSandboxBin } from '../helpers/sandbox-bin.ts';

const HOST = 'ml.contoso.com';

describe('a profile whose certificate is ordered from a CA', () => {
  it('waits for it over a closed terminal, and deploys what comes back', async () => {
    const home = await freshHome();
    const sandbox = await startSandboxBin(home);
    const { root, issuing } = issueChain();
    await writeFile(join(home.folder, 'root.pem'), root.certPem);
    await mkdir(join(home.folder, 'inbox'));
    await writeFile(
      join(home.folder, 'amltls.config.yaml'),
      `version: 1
profiles:
  ml:
    environment: sandbox
    target: { plugin: aci, serviceName: scorer }
    domain: { kind: custom, fqdn: ${HOST} }
    certificate: { plugin: csr, keyType: ecdsa-p256, folder: ./certs, returned: ./inbox, trust: ./root.pem }
    dns: { plugin: practice }
`,
      { mode: 0o600 },
    );
    const terminal = home.open(['replay', 'ml', '--yes']);
    await terminal.waitFor('BEGIN CERTIFICATE REQUEST');
    await terminal[Symbol.asyncDispose]();

    const folder = join(home.folder, 'certs', HOST);
    const [begun = '', ...others] = (await readdir(folder)).filter((name) => name !== 'returned');
    expect(others).toEqual([]);
    const waiting = await home.run(['replay', 'ml', '--no-wait', '--format', 'json']);
    expect([waiting.code, (JSON.parse(waiting.stdout) as { status: string }).status]).toEqual([0, 'waiting']);
    expect((await sandbox.changes()).filter(({ path }) => path.includes('/services/'))).toEqual([]);

    const request = await readFile(join(folder, begun, 'request.pem'), 'utf8');
    await writeFile(join(home.folder, 'inbox', 'answer.pem'), signRequest(request, issuing, 365) + issuing.certPem);
    const done = await home.run(['replay', 'ml', '--format', 'json']);
    expect([done.code, (JSON.parse(done.stdout) as { status: string }).status]).toEqual([0, 'done']);
    const service = (await sandbox.state()).services.find(({ name }) => name === 'scorer');
    const leaf = new X509Certificate(await readFile(join(folder, begun, 'fullchain.pem')));
    expect(await sandbox.servedFingerprint(service?.connect ?? '', HOST)).toBe(leaf.fingerprint256.replaceAll(':', '').toLowerCase());
  }, 120_000);
});
