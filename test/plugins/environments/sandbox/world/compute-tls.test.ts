import { describe, expect, it } from 'vitest';
import { azureRecords } from '../../../../../src/plugins/environments/sandbox/world/azure-records.ts';
import { frontEnds } from '../../../../../src/plugins/environments/sandbox/world/front-ends.ts';
import { putCompute } from '../../../../../src/plugins/environments/sandbox/world/put-compute.ts';
import { clusterIdOf, DAY, HOUR, MINUTE, type Practice, pairFor, practice, scope } from './practice.ts';

const UPDATE = 2 * MINUTE;
const update = (p: Practice, sslConfiguration: object | undefined, more: object = {}) =>
  putCompute(p.world, {
    scope,
    name: 'aks-prod',
    body: { properties: { computeType: 'AKS', resourceId: clusterIdOf('aks1'), properties: { ...(sslConfiguration ? { sslConfiguration } : {}), ...more } } },
  });
const auto = (more: object = {}): object => ({ status: 'Auto', leafDomainLabel: 'contoso', ...more });
const withMicrosoft = (daysLeft: number): Promise<Practice> =>
  practice({
    computes: [
      {
        name: 'aks-prod',
        cluster: 'aks1',
        clusterPurpose: 'FastProd',
        loadBalancerType: 'PublicIp',
        tls: { kind: 'microsoft', leafDomainLabel: 'contoso', daysLeft },
      },
    ],
  });
const service = (p: Practice) => frontEnds(p.world.state, p.world.now).find(({ name }) => name === 'credit-scorer');

describe('an own certificate', () => {
  it('is served, chain and key as they were sent, once the update has ended', async () => {
    const p = await practice();
    const { chainPem, keyPem } = await pairFor('ml.contoso.com');
    await update(p, { status: 'Enabled', cname: 'ml.contoso.com', cert: chainPem, key: keyPem });
    p.later(UPDATE - 1);
    expect(service(p)).toMatchObject({ tls: null, scoringUri: 'http://203.0.113.10:80/api/v1/service/credit-scorer/score' });
    p.later(1);
    expect(service(p)).toMatchObject({
      tls: { chainPem, keyPem, names: ['ml.contoso.com'] },
      scoringUri: 'https://ml.contoso.com:443/api/v1/service/credit-scorer/score',
      scoringPath: '/api/v1/service/credit-scorer/score',
      tls12Only: true,
    });
  });

  it('fails provisioning with a key of another certificate, and the old state stays in force', async () => {
    const p = await practice();
    const [one, other] = await Promise.all([pairFor('ml.contoso.com'), pairFor('ml.contoso.com')]);
    const { operation } = await update(p, { status: 'Enabled', cname: 'ml.contoso.com', cert: one.chainPem, key: other.keyPem });
    expect(operation.error?.message).toContain('does not match');
    expect(JSON.stringify(operation)).not.toContain('PRIVATE KEY');
    p.later(UPDATE);
    expect(p.compute('aks-prod')).toMatchObject({ state: 'Failed', ready: true, settings: { tls: { status: 'Disabled' } } });
    expect(service(p)?.tls).toBeNull();
  });

  it.each([{ cert: null }, { key: '' }, { cname: '' }, { leafDomainLabel: 'contoso' }])('is refused at once with %o', async (fault) => {
    const { chainPem, keyPem } = await pairFor('ml.contoso.com');
    const ssl = { status: 'Enabled', cname: 'ml.contoso.com', cert: chainPem, key: keyPem, ...fault };
    await expect(update(await practice(), ssl)).rejects.toMatchObject({ status: 400 });
  });
});

describe('a Microsoft certificate', () => {
  it('is issued for the label, six characters and the region, and Azure sets the record', async () => {
    const p = await practice();
    await update(p, auto());
    p.later(UPDATE);
    const [record] = azureRecords(p.world.state, p.world.now);
    expect(record?.name).toMatch(/^contoso[a-z0-9]{6}\.eastus\.cloudapp\.azure\.com$/);
    expect(service(p)).toMatchObject({
      ip: record?.data,
      tls: { names: [record?.name] },
      scoringUri: `https://${record?.name}:443/api/v1/service/credit-scorer/score`,
    });
  });

  it('is refused behind an internal load balancer, in either order', async () => {
    const p = await practice();
    await expect(update(p, auto(), { loadBalancerType: 'InternalLoadBalancer' })).rejects.toThrow('internal load balancer');
    await update(p, auto());
    p.later(UPDATE);
    await expect(update(p, undefined, { loadBalancerType: 'InternalLoadBalancer' })).rejects.toThrow('internal load balancer');
  });

  it('keeps its name when the read-back is sent again', async () => {
    const p = await withMicrosoft(100);
    const before = service(p)?.tls;
    await update(p, auto({ cert: null, key: null, cname: '', overwriteExistingDomain: false }));
    p.later(UPDATE);
    expect(service(p)?.tls).toEqual(before);
  });

  it('refuses another label, the one with six characters too, unless told to overwrite', async () => {
    const p = await withMicrosoft(100);
    await expect(update(p, auto({ leafDomainLabel: 'contosoab12cd' }))).rejects.toThrow('overwriteExistingDomain');
    await update(p, auto({ leafDomainLabel: 'fabrikam', overwriteExistingDomain: true }));
    p.later(UPDATE);
    expect(service(p)?.tls?.names[0]).toMatch(/^fabrikam[a-z0-9]{6}\./);
  });
});

describe('renewing a Microsoft certificate', () => {
  it('does nothing while more than 70 days are left', async () => {
    const p = await withMicrosoft(71);
    const before = service(p)?.tls;
    await update(p, auto({ renew: true }));
    p.later(UPDATE);
    expect(p.compute('aks-prod').state).toBe('Succeeded');
    p.later(6 * HOUR);
    expect(service(p)?.tls).toEqual(before);
  });

  it('serves another certificate for the same name five hours later, not before', async () => {
    const p = await withMicrosoft(69);
    const before = service(p)?.tls;
    await update(p, auto({ renew: true }));
    p.later(UPDATE);
    expect(p.compute('aks-prod').state).toBe('Succeeded');
    p.later(5 * HOUR - UPDATE - 1);
    expect(service(p)?.tls).toEqual(before);
    p.later(1);
    expect(service(p)?.tls?.names).toEqual(before?.names);
    expect(service(p)?.tls?.chainPem).not.toBe(before?.chainPem);
    expect(p.compute('aks-prod').settings.tls).toMatchObject({ certificate: { notAfter: p.world.now + 180 * DAY } });
  });

  it('breaks the host name when overwriteExistingDomain goes with it', async () => {
    const p = await withMicrosoft(30);
    const before = service(p)?.tls?.names[0];
    await update(p, auto({ renew: true, overwriteExistingDomain: true }));
    p.later(UPDATE);
    expect(service(p)?.tls?.names[0]).toMatch(/^contoso[a-z0-9]{6}\./);
    expect(service(p)?.tls?.names[0]).not.toBe(before);
    expect(azureRecords(p.world.state, p.world.now).map(({ name }) => name)).not.toContain(before);
  });

  it('is refused without a Microsoft certificate', async () => {
    await expect(update(await practice(), auto({ renew: true }))).rejects.toThrow('renew');
  });
});

describe('TLS off', () => {
  it('brings the plain address back', async () => {
    const p = await withMicrosoft(100);
    await update(p, { status: 'Disabled' });
    p.later(UPDATE);
    expect(service(p)).toMatchObject({ tls: null, scoringUri: 'http://203.0.113.10:80/api/v1/service/credit-scorer/score' });
    expect(azureRecords(p.world.state, p.world.now).some(({ name }) => name.includes('cloudapp'))).toBe(false);
  });
});

describe('an update without TLS', () => {
  it('leaves TLS, load balancer and subnet alone', async () => {
    const p = await withMicrosoft(100);
    const before = p.compute('aks-prod').settings;
    await update(p, undefined);
    p.later(UPDATE);
    expect(p.compute('aks-prod').settings).toEqual(before);
  });

  it('moves to the private address with an internal load balancer', async () => {
    const p = await practice();
    await update(p, undefined, { loadBalancerType: 'InternalLoadBalancer', loadBalancerSubnet: 'aks-subnet' });
    p.later(UPDATE);
    expect(service(p)).toMatchObject({ ip: '10.240.0.1', internal: true });
  });
});

describe('front ends', () => {
  it('list a cluster under name null, beside its services', async () => {
    const p = await practice();
    expect(frontEnds(p.world.state, p.world.now).map(({ name, kind, ip }) => ({ name, kind, ip }))).toEqual([
      { name: null, kind: 'aks', ip: '203.0.113.10' },
      { name: 'credit-scorer', kind: 'aks', ip: '203.0.113.10' },
      { name: 'scorer', kind: 'aci', ip: '203.0.113.11' },
    ]);
  });

  it('of a quiet cluster appear only with a service', async () => {
    const compute = { name: 'quiet', cluster: 'aks-quiet', clusterPurpose: 'FastProd', loadBalancerType: 'PublicIp' } as const;
    const silent = await practice({ computes: [compute], services: [] });
    expect(frontEnds(silent.world.state, silent.world.now)).toEqual([]);
    const heard = await practice({ computes: [compute], services: [{ kind: 'aks', name: 'one', compute: 'quiet' }] });
    expect(frontEnds(heard.world.state, heard.world.now).map(({ name }) => name)).toEqual([null, 'one']);
  });
});
