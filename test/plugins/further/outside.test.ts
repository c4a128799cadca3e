import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshHome } from '../../helpers/bin.ts';
import { opensslPair } from '../../helpers/openssl-pair.ts';

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
