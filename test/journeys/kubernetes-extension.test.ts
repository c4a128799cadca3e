import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshHome } from '../helpers/bin.ts';
import { opensslPair } from '../helpers/openssl-pair.ts';
import { startSandboxBin } from '../helpers/sandbox-bin.ts';

const FQDN = 'www.contoso.com';

/** The built bin, a practice Azure of its own, a certificate by openssl, and one profile of the extension. */
async function owner(target: string) {
  const home = await freshHome();
  const sandbox = await startSandboxBin(home, ['--speed', '2000']);
  const { folder } = home;
  const profile = `version: 1
profiles:
  one:
    environment: sandbox
    target: { plugin: kubernetes-extension, ${target} }
    domain: { kind: custom, fqdn: ${FQDN} }
    certificate: { plugin: pem, certFile: ./cert.pem, keyFile: ./key.pem, trust: ./root.pem }
    dns: { plugin: practice }
`;
  await writeFile(join(folder, 'amltls.config.yaml'), profile, { mode: 0o600 });
  return {
    home,
    sandbox,
    /** New files, in the place of those that were there. @returns the leaf's fingerprint */
    async buy() {
      const fresh = join(folder, 'fresh');
      await mkdir(fresh, { recursive: true });
      const { fingerprint } = await opensslPair(fresh, FQDN);
      for (const name of ['cert.pem', 'key.pem', 'root.pem']) await writeFile(join(folder, name), await readFile(join(fresh, name)), { mode: 0o600 });
      return fingerprint;
    },
    async amltls(...args: string[]) {
      const { code, stdout } = await home.run([...args, '--format', 'json']);
      return { code, ...(JSON.parse(stdout) as { profiles: readonly { status: string; problem?: unknown }[] }) };
    },
    async frontEnd() {
      const { services } = await sandbox.state();
      return services.find(({ name }) => name?.startsWith('endpoint-')) ?? expect.unreachable('no front end');
    },
  };
}

describe('the Kubernetes extension, from outside', () => {
  it('on an Arc-enabled cluster: installed, renewed, switched off', { timeout: 120_000 }, async () => {
    const arc = '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-practice/providers/Microsoft.Kubernetes/connectedClusters/arc1';
    const { amltls, buy, sandbox, frontEnd } = await owner(`clusterId: ${arc}`);
    const first = await buy();
    const untold = { status: 'waiting', next: [expect.stringContaining('kubectl get svc azureml-fe -n azureml')] };
    expect(await amltls('replay', 'one')).toMatchObject({ code: 0, profiles: [untold] });
    const { ip, connect } = await frontEnd();
    // What a person reads from kubectl.
    const address = ['--set', `target.address=${ip}`];
    expect(await amltls('replay', 'one', ...address)).toMatchObject({ code: 0, profiles: [{ status: 'done' }] });
    expect(await sandbox.servedFingerprint(connect ?? '', FQDN)).toBe(first);
    expect(await sandbox.resolve(FQDN)).toEqual([ip]);
    const second = await buy();
    expect(await amltls('renew', 'one', ...address)).toMatchObject({ code: 0, profiles: [{ status: 'done' }] });
    expect(await sandbox.servedFingerprint(connect ?? '', FQDN)).toBe(second);
    expect(await amltls('disable', 'one', '--yes', ...address)).toMatchObject({ code: 0, profiles: [{ status: 'done' }] });
    expect(await frontEnd()).toMatchObject({ scoringUri: expect.stringMatching(/^http:/), sni: null });
    const sent = (await sandbox.changes()).filter(({ path }) => path.includes('connectedClusters'));
    expect(sent.map(({ method }) => method)).toEqual(['PUT', 'PATCH', 'PATCH']);
  });

  it('with a Kubernetes secret: the key passes Azure at no time', { timeout: 120_000 }, async () => {
    const { amltls, buy, sandbox, home, frontEnd } = await owner('clusterResourceGroup: rg-practice, clusterName: aks2, sslSecret: contoso-tls');
    const putSecret = async () => {
      const [cert, key] = await Promise.all(['cert.pem', 'key.pem'].map((name) => readFile(join(home.folder, name), 'utf8')));
      await sandbox.control('PUT', '/secrets', [{ cluster: 'aks2', name: 'contoso-tls', data: { 'cert.pem': cert, 'key.pem': key } }]);
    };
    const first = await buy();
    expect(await amltls('replay', 'one')).toMatchObject({ code: 1, profiles: [{ problem: { code: 'kubernetes-extension-failed' } }] });
    await putSecret();
    expect(await amltls('replay', 'one')).toMatchObject({ code: 0, profiles: [{ status: 'done' }] });
    const { connect } = await frontEnd();
    expect(await sandbox.servedFingerprint(connect ?? '', FQDN)).toBe(first);
    const second = await buy();
    await putSecret();
    expect(await amltls('renew', 'one')).toMatchObject({ code: 0, profiles: [{ status: 'done' }] });
    expect(await sandbox.servedFingerprint(connect ?? '', FQDN)).toBe(second);
    expect(JSON.stringify(await sandbox.changes())).not.toMatch(/scoringFe\.ssl(Cert|Key)/);
  });
});
