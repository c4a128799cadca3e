import { describe, expect, it } from 'vitest';
import { azureRecords } from '../../../../../src/plugins/environments/sandbox/world/azure-records.ts';
import { createService } from '../../../../../src/plugins/environments/sandbox/world/create-service.ts';
import { deleteService } from '../../../../../src/plugins/environments/sandbox/world/delete-service.ts';
import { frontEnds } from '../../../../../src/plugins/environments/sandbox/world/front-ends.ts';
import { patchService } from '../../../../../src/plugins/environments/sandbox/world/patch-service.ts';
import { putCompute } from '../../../../../src/plugins/environments/sandbox/world/put-compute.ts';
import { clusterIdOf, MINUTE, type Practice, pairFor, practice, scope } from './practice.ts';

const create = (p: Practice, body: object) => createService(p.world, { scope, body });
const patch = (p: Practice, name: string, body: readonly object[]) => patchService(p.world, { scope, name, body });
const found = (p: Practice, name: string) => p.world.state.services.find((service) => service.name === name);
const served = (p: Practice, name: string) => frontEnds(p.world.state, p.world.now).find((frontEnd) => frontEnd.name === name);
const replace = (values: Record<string, unknown>) => Object.entries(values).map(([name, value]) => ({ op: 'replace', path: `/${name}`, value }));

async function tlsPatch(name: string): Promise<readonly object[]> {
  const { chainPem, keyPem } = await pairFor(name);
  return replace({ sslEnabled: true, sslCertificate: chainPem, sslKey: keyPem, cname: name });
}

describe('an ACI service', () => {
  it('takes three minutes to be there, by its label', async () => {
    const p = await practice();
    create(p, { name: 'fresh', computeType: 'ACI', dnsNameLabel: 'fresh-label' });
    p.later(3 * MINUTE - 1);
    expect(found(p, 'fresh')?.state).toBe('Transitioning');
    expect(served(p, 'fresh')).toBeUndefined();
    p.later(1);
    expect(served(p, 'fresh')).toMatchObject({ tls: null, scoringUri: 'http://fresh-label.eastus.azurecontainer.io/score', tls12Only: false });
    expect(azureRecords(p.world.state, p.world.now)).toContainEqual({
      name: 'fresh-label.eastus.azurecontainer.io',
      type: 'A',
      data: served(p, 'fresh')?.ip,
      ttl: 60,
    });
  });

  it('is made with TLS at once', async () => {
    const p = await practice();
    const { chainPem, keyPem } = await pairFor('aci.contoso.com');
    create(p, { name: 'fresh', computeType: 'ACI', sslEnabled: true, sslCertificate: chainPem, sslKey: keyPem, cname: 'aci.contoso.com' });
    p.later(3 * MINUTE);
    expect(served(p, 'fresh')).toMatchObject({ scoringUri: 'https://aci.contoso.com/score', tls: { chainPem, keyPem } });
  });

  it('refuses a taken name and a taken label, and overwrites when told', async () => {
    const p = await practice();
    expect(() => create(p, { name: 'scorer', computeType: 'ACI' })).toThrow('already exists');
    create(p, { name: 'one', computeType: 'ACI', dnsNameLabel: 'label' });
    expect(() => create(p, { name: 'two', computeType: 'ACI', dnsNameLabel: 'LABEL'.toLowerCase() })).toThrow('already taken');
    create(p, { name: 'scorer', computeType: 'ACI', overwrite: true });
    expect(p.world.state.services.filter(({ name }) => name === 'scorer')).toHaveLength(1);
  });

  it.each(['ab', 'Upper', '1st', 'dash-', 'a'.repeat(33)])('refuses the name %s', async (name) => {
    const p = await practice();
    expect(() => create(p, { name, computeType: 'ACI' })).toThrow('service name');
  });

  it('is secured, given another certificate, and opened again by patches', async () => {
    const p = await practice();
    patch(p, 'scorer', await tlsPatch('aci.contoso.com'));
    expect(() => patch(p, 'scorer', [])).toThrow('in progress');
    p.later(MINUTE);
    const first = served(p, 'scorer')?.tls?.chainPem;
    expect(served(p, 'scorer')).toMatchObject({ scoringUri: 'https://aci.contoso.com/score' });
    const { chainPem, keyPem } = await pairFor('aci.contoso.com');
    patch(p, 'scorer', replace({ sslCertificate: chainPem, sslKey: keyPem }));
    p.later(MINUTE);
    expect(served(p, 'scorer')?.tls?.chainPem).toBe(chainPem);
    expect(chainPem).not.toBe(first);
    patch(p, 'scorer', replace({ sslEnabled: false }));
    p.later(MINUTE);
    expect(served(p, 'scorer')?.tls).toBeNull();
  });

  it('crashes with a key of another certificate, serves nothing, and recovers', async () => {
    const p = await practice();
    const [one, other] = await Promise.all([pairFor('a.contoso.com'), pairFor('a.contoso.com')]);
    patch(p, 'scorer', replace({ sslEnabled: true, sslCertificate: one.chainPem, sslKey: other.keyPem, cname: 'a.contoso.com' }));
    p.later(MINUTE);
    expect(found(p, 'scorer')).toMatchObject({ state: 'Failed', error: { message: expect.stringContaining('azureml-fe-aci') } });
    expect(served(p, 'scorer')).toBeUndefined();
    patch(p, 'scorer', await tlsPatch('a.contoso.com'));
    p.later(MINUTE);
    expect(found(p, 'scorer')?.state).toBe('Healthy');
  });

  it('is refused a half of a pair, and a pair without SSL', async () => {
    const p = await practice();
    const { chainPem, keyPem } = await pairFor('a.contoso.com');
    expect(() => patch(p, 'scorer', replace({ sslEnabled: true, sslCertificate: chainPem, cname: 'a.contoso.com' }))).toThrow('both required');
    expect(() => patch(p, 'scorer', replace({ sslCertificate: chainPem, sslKey: keyPem }))).toThrow('while SSL is enabled');
    expect(() => patch(p, 'scorer', replace({ sslEnabled: true, sslCertificate: chainPem, sslKey: keyPem }))).toThrow('cname');
  });

  it('takes words and tags at once', async () => {
    const p = await practice();
    const { operation } = patch(p, 'scorer', [
      { op: 'replace', path: '/description', value: 'ours' },
      { op: 'add', path: '/kvTags/a~1b', value: 'c' },
    ]);
    expect(operation).toBeUndefined();
    expect(found(p, 'scorer')?.settings).toMatchObject({ description: 'ours', kvTags: { 'a/b': 'c' } });
  });

  it.each([{ path: '/name' }, { path: '/__proto__/x' }, { path: '/kvTags/a/b' }, { path: '/state' }])('cannot be patched at $path', async ({ path }) => {
    const p = await practice();
    expect(() => patch(p, 'scorer', [{ op: 'add', path, value: 'x' }])).toThrow('cannot be patched');
  });

  it('is gone at once when deleted', async () => {
    const p = await practice();
    expect(deleteService(p.world, scope, 'scorer')).toBe(true);
    expect(deleteService(p.world, scope, 'scorer')).toBe(false);
  });
});

describe('an AKS service', () => {
  it('needs a ready compute', async () => {
    const p = await practice();
    expect(() => create(p, { name: 'one', computeType: 'AKS', computeName: 'none' })).toThrow('not ready');
    create(p, { name: 'one', computeType: 'AKS', computeName: 'aks-prod' });
    p.later(2 * MINUTE);
    expect(served(p, 'one')?.scoringUri).toBe('http://203.0.113.10:80/api/v1/service/one/score');
  });

  it('has no TLS of its own', async () => {
    const p = await practice();
    expect(() => patch(p, 'credit-scorer', replace({ sslEnabled: true }))).toThrow('cannot be patched');
  });

  it('keeps its http address after TLS is on, where the seed has that quirk, until it is updated', async () => {
    const clusters = [{ name: 'aks1', location: 'eastus', nodeCount: 3, vmSize: 'x', quiet: false, hidesAddress: false, keepsScoringUri: true }];
    const p = await practice({ clusters });
    const ssl = { status: 'Auto', leafDomainLabel: 'contoso' };
    const body = { properties: { computeType: 'AKS', resourceId: clusterIdOf('aks1'), properties: { sslConfiguration: ssl } } };
    await putCompute(p.world, { scope, name: 'aks-prod', body });
    p.later(2 * MINUTE);
    expect(served(p, 'credit-scorer')).toMatchObject({ scoringUri: expect.stringMatching(/^http:/), tls: { names: [expect.stringContaining('contoso')] } });
    patch(p, 'credit-scorer', replace({ authEnabled: true }));
    p.later(MINUTE);
    expect(served(p, 'credit-scorer')?.scoringUri).toMatch(/^https:/);
  });
});
