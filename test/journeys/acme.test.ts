import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freshHome } from '../helpers/bin.ts';
import { startPebble } from '../helpers/pebble.ts';
import { startSandboxBin } from '../helpers/sandbox-bin.ts';

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
