import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadAcme } from '../../src/plugins/certificates/acme/library.ts';
import { openTransport, transports } from '../../src/plugins/certificates/acme/transport.ts';
import { systemClock } from '../../src/plugins/shared/local/clock.ts';
import { freshHome, type Home } from '../helpers/bin.ts';
import { startPebble } from '../helpers/pebble.ts';
import { type SandboxBin, startSandboxBin } from '../helpers/sandbox-bin.ts';

const HOST = 'ml.contoso.com';

async function desk() {
  const home = await freshHome();
  const sandbox = await startSandboxBin(home);
  const pebble = await startPebble({ dns: sandbox.info.dns.authoritative });
  onTestFinished(() => pebble[Symbol.asyncDispose]());
  await writeFile(join(home.folder, 'root.pem'), await pebble.root());
  await writeFile(
    join(home.folder, 'amltls.config.yaml'),
    `version: 1
profiles:
  ml:
    environment: sandbox
    target: { plugin: aci, serviceName: scorer }
    domain: { kind: custom, fqdn: ${HOST} }
    certificate:
      plugin: acme
      authority: custom
      directoryUrl: ${pebble.directoryUrl}
      authorityCaFile: ${pebble.caFile}
      termsAgreed: true
      keyType: ecdsa-p256
      trust: ./root.pem
    dns: { plugin: practice }
`,
    { mode: 0o600 },
  );
  const served = async () => {
    const service = (await sandbox.state()).services.find(({ name }) => name === 'scorer');
    return await sandbox.servedFingerprint(service?.connect ?? '', HOST);
  };
  return { home, sandbox, served };
}

describe('a profile with an ACME authority', () => {
  it('is issued and deployed in one go, then left alone, and renewed and deployed when it is due', async () => {
    const { home, sandbox, served } = await desk();
    const run = async (...args: string[]) => {
      const { code, stdout, stderr } = await home.run([...args, '--format', 'json']);
      return { code, document: JSON.parse(stdout) as { readonly status: string; readonly changed: boolean }, stderr };
    };
    const first = await run('replay', 'ml');
    expect([first.code, first.document.status, first.stderr]).toEqual([0, 'done', '']);
    const before = await served();
    expect((await run('replay', 'ml')).document.status).toBe('unchanged');

    await sandbox.control('POST', '/clock', { advanceSeconds: 61 * 86_400 });
    const renewed = await run('renew', '--all', '--due');
    // Begun, then waited for: which of the two looks sees the end depends on how long Azure takes.
    expect([renewed.code, renewed.document.changed]).toEqual([0, true]);
    expect(await served()).not.toBe(before);
  }, 120_000);
});

const PRACTICE = `version: 1
profiles:
  ml:
    environment: sandbox
    target: { plugin: aci, serviceName: scorer }
    domain: { kind: custom, fqdn: ${HOST} }
    certificate: { plugin: acme, authority: environment, termsAgreed: true, keyType: ecdsa-p256, folder: ./certs }
    dns: { plugin: practice }
`;

/** What the holder of an account tells its authority; from then on the authority wants the certificate renewed. */
async function revoke({ info }: SandboxBin, { folder }: Home): Promise<void> {
  const below = await readdir(folder, { recursive: true });
  const read = async (name: string, within: string) =>
    await readFile(join(folder, below.find((path) => path.includes(within) && path.endsWith(name)) ?? name), 'utf8');
  const { Client } = await loadAcme();
  const context = { env: { clock: systemClock }, signal: new AbortController().signal } as Parameters<typeof openTransport>[0];
  const transport = await openTransport(context, await readFile(info.caFile, 'utf8'));
  const client = new Client({ directoryUrl: `${info.armEndpoint}/acme/directory`, accountKey: await read('account-key.pem', 'acme') });
  await transports.run(transport, async () => {
    await client.createAccount({ onlyReturnExisting: true });
    await client.revokeCertificate(await read('fullchain.pem', 'certs'));
  });
}

describe('a certificate of the practice authority that has most of its life before it', () => {
  const scene = async () => {
    const home = await freshHome();
    const sandbox = await startSandboxBin(home);
    await writeFile(join(home.folder, 'amltls.config.yaml'), PRACTICE, { mode: 0o600 });
    const run = async (...args: readonly string[]) => {
      const { code, stdout, stderr } = await home.run([...args, '--format', 'json']);
      const { status, changed, profiles } = JSON.parse(stdout) as {
        readonly status: string;
        readonly changed: boolean;
        readonly profiles: readonly { readonly next?: readonly string[] }[];
      };
      return { code, status, changed, stderr, next: profiles[0]?.next };
    };
    expect(await run('replay', 'ml')).toMatchObject({ code: 0, status: 'done' });
    await sandbox.control('POST', '/clock', { advanceSeconds: 3 * 86_400 });
    const served = async () => {
      const service = (await sandbox.state()).services.find(({ name }) => name === 'scorer');
      return await sandbox.servedFingerprint(service?.connect ?? '', HOST);
    };
    return { home, sandbox, run, served, before: await served() };
  };

  it('is due as soon as the authority says so, long before a third is left', async () => {
    const { home, sandbox, run, served, before } = await scene();
    expect(await run('renew', '--due')).toMatchObject({ code: 0, status: 'unchanged' });
    await revoke(sandbox, home);
    expect(await run('renew', '--due')).toMatchObject({ code: 0, changed: true });
    expect(await served()).not.toBe(before);
    expect(await run('renew', '--due')).toMatchObject({ code: 0, status: 'unchanged' });
  }, 120_000);

  it('is renewed early where somebody insists, and then once', async () => {
    const { run, served, before } = await scene();
    expect(await run('renew', 'ml')).toMatchObject({ code: 0, status: 'unchanged', next: [expect.stringContaining('--even-if-early')] });
    expect(await run('renew', 'ml', '--even-if-early')).toMatchObject({ code: 0, status: 'done', changed: true });
    const after = await served();
    expect(after).not.toBe(before);
    expect(await run('renew', 'ml', '--even-if-early')).toMatchObject({ code: 0, status: 'unchanged', next: [expect.stringContaining('a day ago')] });
    expect(await served()).toBe(after);
  }, 120_000);
});
