import { X509Certificate } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshHome } from '../helpers/bin.ts';
import { issueChain, signRequest } from '../helpers/openssl.ts';
import { startSandboxBin } from '../helpers/sandbox-bin.ts';

const HOST = 'ml.contoso.com';

const profileWith = (more: string): string => `version: 1
profiles:
  ml:
    environment: sandbox
    target: { plugin: aci, serviceName: scorer }
    domain: { kind: custom, fqdn: ${HOST} }
    certificate: { plugin: csr, keyType: ecdsa-p256, folder: ./certs, ${more} }
    dns: { plugin: practice }
`;

describe('a profile whose certificate is ordered from a CA', () => {
  it('waits for it over a closed terminal, and deploys what comes back', async () => {
    const home = await freshHome();
    const sandbox = await startSandboxBin(home);
    const { root, issuing } = issueChain();
    await writeFile(join(home.folder, 'root.pem'), root.certPem);
    await mkdir(join(home.folder, 'inbox'));
    await writeFile(join(home.folder, 'amltls.config.yaml'), profileWith('returned: ./inbox, trust: ./root.pem'), { mode: 0o600 });
    const terminal = home.open(['replay', 'ml', '--yes']);
    await terminal.waitFor('BEGIN CERTIFICATE REQUEST');
    await terminal[Symbol.asyncDispose]();

    const folder = join(home.folder, 'certs', HOST);
    const [begun = '', ...others] = (await readdir(folder)).filter((name) => name !== 'returned');
    expect(others).toEqual([]);
    const waiting = await home.run(['replay', 'ml', '--no-wait', '--format', 'json']);
    expect([waiting.code, (JSON.parse(waiting.stdout) as { status: string }).status]).toEqual([0, 'waiting']);
    expect((await sandbox.changes()).filter(({ path }) => path.includes('/services/'))).toEqual([]);

    const waits = async (...args: readonly string[]) => JSON.parse((await home.run(['watch', ...args, '--format', 'json'])).stdout).waits;
    expect(await waits()).toMatchObject([{ kind: 'certificate', profile: 'ml', subject: HOST, resume: 'amltls watch certificate ml' }]);
    const request = await readFile(join(folder, begun, 'request.pem'), 'utf8');
    await writeFile(join(home.folder, 'inbox', 'answer.pem'), signRequest(request, issuing, 365) + issuing.certPem);
    const done = await home.run(['replay', 'ml', '--format', 'json']);
    expect([done.code, (JSON.parse(done.stdout) as { status: string }).status]).toEqual([0, 'done']);
    const service = (await sandbox.state()).services.find(({ name }) => name === 'scorer');
    const leaf = new X509Certificate(await readFile(join(folder, begun, 'fullchain.pem')));
    expect(await sandbox.servedFingerprint(service?.connect ?? '', HOST)).toBe(leaf.fingerprint256.replaceAll(':', '').toLowerCase());
  }, 120_000);

  it('is listed from anywhere with the file it stands in, and taken up by watch until the file is there', async () => {
    const home = await freshHome();
    await startSandboxBin(home);
    const { root, issuing } = issueChain();
    await mkdir(join(home.folder, 'elsewhere'));
    const config = join(home.folder, 'elsewhere', 'ours.yaml');
    await writeFile(join(home.folder, 'elsewhere', 'root.pem'), root.certPem);
    await writeFile(config, profileWith('trust: ./root.pem'), { mode: 0o600 });
    const watching = ['watch', 'certificate', 'ml', '--config', config];
    expect(await home.run(watching)).toMatchObject({ code: 2, stderr: expect.stringContaining('amltls replay ml') });
    expect((await home.run(['replay', 'ml', '--no-wait', '--config', config])).code).toBe(0);
    expect((await home.run(['watch'])).stdout).toContain(`Certificate for ${HOST}`);
    expect((await home.run(['watch'])).stdout).toContain(`amltls watch certificate ml --config ${config}`);

    const folder = join(home.folder, 'elsewhere', 'certs', HOST);
    const [begun = ''] = (await readdir(folder)).filter((name) => name !== 'returned');
    const request = await readFile(join(folder, begun, 'request.pem'), 'utf8');
    const terminal = home.open([...watching, '--plain'], { columns: 200 });
    await terminal.waitFor('the certificate from the authority');
    await mkdir(join(folder, 'returned'), { recursive: true });
    await writeFile(join(folder, 'returned', 'answer.pem'), signRequest(request, issuing, 365) + issuing.certPem);
    await terminal.waitFor(`amltls replay ml --config ${config}`);
    expect((await terminal.exited).exitCode).toBe(0);
    expect((await home.run(['watch'])).stdout).toContain('Nothing is waited for.');
    expect((await home.run(['replay', 'ml', '--format', 'json', '--config', config])).code).toBe(0);
  }, 120_000);
});
