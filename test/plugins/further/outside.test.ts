import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshHome } from '../../helpers/bin.ts';
import { opensslPair } from '../../helpers/openssl-pair.ts';
import { startSandboxBin } from '../../helpers/sandbox-bin.ts';

const TEMPLATE = join(import.meta.dirname, '../../../config/plugin/environment/src');
const SOURCE = join(import.meta.dirname, '../../../src/plugins/targets/kubernetes-extension');

/** The Kubernetes extension as somebody else's package: its folder copied, another id, TypeScript as it is. */
async function outsider() {
  const home = await freshHome();
  const { folder } = home;
  await cp(SOURCE, join(folder, 'theirs'), { recursive: true });
  const entry = join(folder, 'theirs/index.ts');
  await writeFile(entry, (await readFile(entry, 'utf8')).replace("id: 'kubernetes-extension'", "id: 'theirs'"));
  await writeFile(join(folder, 'theirs/package.json'), '{ "name": "theirs", "version": "3.0.0", "type": "module", "exports": "./index.ts" }');
  await opensslPair(folder, 'www.contoso.com');
  const profile = `version: 1
plugins: [./theirs]
profiles:
  one:
    environment: sandbox
    target: { plugin: theirs, clusterResourceGroup: rg-practice, clusterName: aks2 }
    domain: { kind: custom, fqdn: www.contoso.com }
    certificate: { plugin: pem, certFile: ./cert.pem, keyFile: ./key.pem, trust: ./root.pem }
    dns: { plugin: practice }
`;
  await writeFile(join(folder, 'amltls.config.yaml'), profile, { mode: 0o600 });
  expect((await home.run(['plugin', 'trust', './theirs', '--yes'])).code).toBe(0);
  return { ...home, amltls: (...args: string[]) => home.run([...args, '--speed', '2000', '--format', 'json']) };
}

describe('a target of somebody else, in TypeScript', () => {
  it('deploys, is handed the key of its bundle and no other, proves, and then has nothing to do', { timeout: 90_000 }, async () => {
    const { amltls, folder } = await outsider();
    const planned = await amltls('plan', 'one', '--show-equivalents');
    const [profile] = JSON.parse(planned.stdout).profiles;
    expect(profile.equivalents[0].code).toContain('az k8s-extension create');
    expect(profile.steps[2].changes[0]).toMatchObject({ effect: 'create', requests: [{ method: 'PUT' }] });
    const replayed = await amltls('replay', 'one');
    expect(JSON.parse(replayed.stdout)).toMatchObject({ profiles: [{ status: 'done', summary: { host: 'www.contoso.com' } }] });
    const again = JSON.parse((await amltls('plan', 'one')).stdout).profiles[0];
    expect(again.pendingChanges).toBe(0);

    const problem = JSON.parse((await amltls('plan', 'one', '--set', 'target.clusterName=aks9')).stdout).profiles[0].problem;
    expect(problem).toMatchObject({ code: 'kubernetes-extension-no-cluster', message: expect.stringContaining('managedClusters/aks9') });
    const key = await readFile(join(folder, 'key.pem'), 'utf8');
    expect(planned.stdout + replayed.stdout + replayed.stderr).not.toContain(key.split('\n')[1]);
  });

  it('is stopped by a person while it waits, and the next run goes on', { timeout: 90_000 }, async () => {
    const { amltls } = await outsider();
    const left = JSON.parse((await amltls('replay', 'one', '--no-wait')).stdout);
    expect(left).toMatchObject({ profiles: [{ status: 'waiting' }], exitCode: 0 });
    const replayed = JSON.parse((await amltls('replay', 'one')).stdout);
    expect(replayed).toMatchObject({ profiles: [{ status: 'done' }] });
  });
});

describe('an environment of somebody else', () => {
  it('carries every request of a plan over its own resource manager', { timeout: 60_000 }, async () => {
    const home = await freshHome();
    const { folder } = home;
    const { info, changes } = await startSandboxBin(home);
    for (const name of ['index.ts', 'cloud.ts']) {
      const text = await readFile(join(TEMPLATE, name), 'utf8');
      await mkdir(join(folder, 'cloud'), { recursive: true });
      await writeFile(join(folder, 'cloud', name), text.replaceAll('__ID__', 'my-cloud'));
    }
    await opensslPair(folder, 'www.contoso.com');
    const profile = `version: 1
plugins: [./cloud/index.ts]
profiles:
  one:
    environment: my-cloud
    azure: { subscriptionId: ${info.subscriptionId}, resourceGroup: rg-practice, workspace: ws-practice }
    target: { plugin: aks-attach, computeName: aks-prod, clusterResourceGroup: rg-practice, clusterName: aks1 }
    domain: { kind: custom, fqdn: www.contoso.com }
    certificate: { plugin: pem, certFile: ./cert.pem, keyFile: ./key.pem, trust: ./root.pem }
    dns: { plugin: manual }
`;
    await writeFile(join(folder, 'amltls.config.yaml'), profile, { mode: 0o600 });
    expect((await home.run(['plugin', 'trust', './cloud/index.ts', '--yes'])).code).toBe(0);
    const env = { AMLTLS_CLOUD_ENDPOINT: info.armEndpoint, AMLTLS_CLOUD_CA: info.caFile, AMLTLS_CLOUD_TOKEN: info.token };
    const planned = await home.run(['plan', 'one', '--format', 'json'], { env });
    expect(JSON.parse(planned.stdout).profiles[0]).toMatchObject({ environment: 'my-cloud', steps: [{}, {}, { changes: [{ effect: 'update' }] }, {}] });
    expect(await changes()).toEqual([]);
    const refused = await home.run(['plan', 'one', '--format', 'json'], { env: { ...env, AMLTLS_CLOUD_TOKEN: 'wrong-token-of-nobody' } });
    expect(refused.code).toBe(4);
    expect(refused.stdout + refused.stderr).not.toContain('wrong-token-of-nobody');
  });
});
