import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { toExtension } from '../../../src/core/profile/to-extension.ts';
import { freshHome } from '../../helpers/bin.ts';

const FILE = `version: 1
profiles:
  named:
    environment: sandbox
    target: { plugin: aks-attach, computeName: aks-prod, clusterResourceGroup: rg-practice, clusterName: aks1, loadBalancerType: InternalLoadBalancer }
    domain: { kind: custom, fqdn: www.contoso.com }
    certificate: { plugin: self-signed }
    dns: { plugin: practice }
  asked:
    environment: sandbox
    target: { plugin: aks-provision, computeName: aks-prod, agentCount: 3 }
    domain: { kind: microsoft, leafDomainLabel: contoso }
  aci:
    environment: sandbox
    target: { plugin: aci, serviceName: scorer }
    domain: { kind: custom, fqdn: www.contoso.com }
`;

describe('plan --migrate', () => {
  it('prints a profile that the extension takes as it stands', { timeout: 60_000 }, async () => {
    const home = await freshHome();
    const file = join(home.folder, 'amltls.config.yaml');
    await writeFile(file, FILE, { mode: 0o600 });
    const { code, stdout, stderr } = await home.run(['plan', '--migrate', 'named']);
    expect(code).toBe(0);
    expect(parse(stdout)).toEqual({
      'named-v2': {
        environment: 'sandbox',
        target: { plugin: 'kubernetes-extension', clusterResourceGroup: 'rg-practice', clusterName: 'aks1', internalLoadBalancer: true, moveFrontEnd: true },
        domain: { kind: 'custom', fqdn: 'www.contoso.com' },
        certificate: { plugin: 'self-signed' },
        dns: { plugin: 'practice' },
      },
    });
    expect(stderr).toContain('docs/migrating-to-v2.md');
    await writeFile(file, FILE + stdout, { mode: 0o600 });
    const replayed = await home.run(['replay', 'named-v2', '--speed', '2000', '--format', 'json']);
    expect(JSON.parse(replayed.stdout)).toMatchObject({ profiles: [{ profile: 'named-v2', status: 'done' }] });
    const again = await home.run(['plan', 'named-v2', '--speed', '2000', '--format', 'json']);
    expect(JSON.parse(again.stdout).profiles[0]).toMatchObject({ pendingChanges: 0 });

    const off = await home.run(['disable', 'named-v2', '--yes', '--speed', '2000', '--format', 'json']);
    expect(off.code).toBe(0);
    expect(JSON.parse(off.stdout)).toMatchObject({ profiles: [{ profile: 'named-v2', status: 'done' }] });
    const offAgain = await home.run(['disable', 'named-v2', '--yes', '--speed', '2000', '--format', 'json']);
    expect(JSON.parse(offAgain.stdout)).toMatchObject({ profiles: [{ profile: 'named-v2', status: 'unchanged' }] });
    const on = await home.run(['replay', 'named-v2', '--speed', '2000', '--format', 'json']);
    expect(JSON.parse(on.stdout)).toMatchObject({ profiles: [{ profile: 'named-v2', status: 'done' }] });
  });

  it('asks the compute for its cluster, says what is not carried over, and refuses ACI', async () => {
    const home = await freshHome();
    await writeFile(join(home.folder, 'amltls.config.yaml'), FILE, { mode: 0o600 });
    const { code, stdout } = await home.run(['plan', '--migrate', 'asked', 'aci', '--format', 'json']);
    expect(code).toBe(2);
    const [asked, aci] = JSON.parse(stdout).profiles;
    expect(asked.migrated['asked-v2'].target).toMatchObject({ plugin: 'kubernetes-extension', clusterId: expect.stringMatching(/managedClusters\/aks1$/) });
    expect(asked.migrated['asked-v2'].domain).toEqual({ kind: 'custom' });
    expect(asked.notes.join(' ')).toMatch(/no certificates in v2.*target\.computeName, target\.agentCount/);
    expect(aci.problem).toMatchObject({ code: 'migrate-not-aks' });
  });

  it('says so where the cluster is not known', () => {
    const { answers, notes } = toExtension({ 'target.plugin': 'aks-attach', 'domain.kind': 'none' }, undefined);
    expect(answers).toEqual({ 'domain.kind': 'none', 'target.plugin': 'kubernetes-extension', 'target.moveFrontEnd': true });
    expect(JSON.stringify(notes)).toContain('target.clusterId');
  });
});
