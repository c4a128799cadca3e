import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookAtServed } from '../../../src/core/check/served.ts';
import type { Answers, Change, Context, Domain, JsonObject } from '../../../src/core/contracts/index.ts';
import { ProblemError } from '../../../src/core/problems/problem-error.ts';
import { createBody } from '../../../src/plugins/targets/kubernetes-extension/apply.ts';
import { parseClusterId } from '../../../src/plugins/targets/kubernetes-extension/cluster.ts';
import plugin from '../../../src/plugins/targets/kubernetes-extension/index.ts';
import { base64Of } from '../../../src/plugins/targets/kubernetes-extension/protected.ts';
import { type TargetWorld, targetWorld } from '../../helpers/target-world.ts';

const FQDN = 'www.contoso.com';
const DOMAIN: Domain = { kind: 'custom', fqdn: FQDN };
const ANSWERS: Answers = { 'domain.kind': 'custom', 'domain.fqdn': FQDN, 'target.clusterResourceGroup': 'rg-practice', 'target.clusterName': 'aks2' };
const RELAY = '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-practice/providers/Microsoft.Relay/namespaces/ns/hybridConnections/aks2';

let world: TargetWorld;
beforeEach(async () => {
  world = await targetWorld();
});
afterEach(() => world[Symbol.asyncDispose]());

async function deploy(context: Context, fqdn = FQDN): Promise<{ change: Change; fingerprint: string }> {
  const bundle = await world.bundle(fqdn);
  const { changes } = await plugin.plan({ domain: DOMAIN, bundle, redeploy: false }, context);
  const [change = expect.unreachable('no change')] = changes;
  await world.apply(change, context);
  return { change, fingerprint: bundle.fingerprintSha256 };
}

async function served(context: Context): Promise<string | undefined> {
  const [address = ''] = (await plugin.endpoints(DOMAIN, context))?.addresses ?? [];
  const look = await lookAtServed(context.env, { address, port: 443, servername: FQDN }, context.signal);
  return look.seen ? look.leaf.fingerprintSha256 : undefined;
}

const lastBody = async () => (await world.writes()).filter(({ method }) => method !== 'POST').at(-1)?.body as { properties: JsonObject };

async function change(properties: JsonObject): Promise<void> {
  const context = world.context(ANSWERS);
  const path = `/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-practice/providers/Microsoft.ContainerService/managedClusters/aks2/providers/Microsoft.KubernetesConfiguration/extensions/azureml`;
  await context.env.arm.send({ method: 'PATCH', path, apiVersion: '2023-05-01', body: { properties } }, context.signal);
  await world.sandbox.advance(600_000);
}

describe('the Kubernetes extension, over the years', () => {
  it('is renewed by a new PEM: one PATCH, and the new certificate is served', async () => {
    const context = world.context(ANSWERS);
    const first = await deploy(context);
    expect(await served(context)).toBe(first.fingerprint);
    expect((await plugin.endpoints(DOMAIN, context))?.scoringUris).toEqual([`https://${FQDN}:443/api/v1/service/endpoint-aks2/score`]);
    const second = await deploy(context);
    expect(second.change).toMatchObject({ effect: 'update', requests: [{ method: 'PATCH' }] });
    expect(await served(context)).toBe(second.fingerprint);
    const { properties } = await lastBody();
    expect(properties).toMatchObject({
      configurationSettings: { allowInsecureConnections: 'False', sslCname: FQDN },
      configurationProtectedSettings: { 'scoringFe.sslCert': expect.stringMatching(/^sha256:/), 'scoringFe.sslKey': expect.stringMatching(/^sha256:/) },
    });
    expect(Object.keys(properties['configurationSettings'] as JsonObject)).toEqual(['allowInsecureConnections', 'sslCname']);
  });

  it('sends every protected setting that is still needed again, and shows none', async () => {
    const context = world.context(ANSWERS);
    await deploy(context);
    await change({ configurationSettings: { 'relayserver.enabled': 'true', 'relayserver.hybridConnectionResourceID': RELAY } });
    const { change: renewal } = await deploy(context);
    expect(renewal.requests?.[0]?.body).toMatchObject({ properties: { configurationProtectedSettings: { 'relayserver.relayConnectionString': '(secret)' } } });
    expect(Object.keys((await lastBody()).properties['configurationProtectedSettings'] as JsonObject).sort()).toEqual([
      'relayserver.relayConnectionString',
      'scoringFe.sslCert',
      'scoringFe.sslKey',
    ]);
    const disable = (await plugin.disable?.(context))?.changes[0] ?? expect.unreachable('no change');
    await world.apply(disable, context);
    expect(Object.keys((await lastBody()).properties['configurationProtectedSettings'] as JsonObject)).toEqual(['relayserver.relayConnectionString']);
  });

  it('stops where a key that is needed cannot be read back: it would be deleted', async () => {
    const context = world.context(ANSWERS);
    await deploy(context);
    await change({ configurationSettings: { 'azure_log_analytics.enabled': 'true' } });
    await expect(deploy(context)).rejects.toMatchObject({ problem: { code: 'kubernetes-extension-log-key' } });
  });

  it('is switched off, which says what clients will feel, and is off then', async () => {
    const context = world.context(ANSWERS);
    await deploy(context);
    const planned = await plugin.disable?.(context);
    expect(planned?.findings).toMatchObject([{ code: 'kubernetes-extension-live-endpoints', severity: 'warning' }]);
    await world.apply(planned?.changes[0] ?? expect.unreachable('no change'), context);
    expect((await plugin.disable?.(context))?.changes).toMatchObject([{ effect: 'none' }]);
    expect(await plugin.endpoints({ kind: 'none' }, context)).toMatchObject({ port: 80, records: [] });
  });

  it('tells the code of the health check and what it means', async () => {
    const context = world.context(ANSWERS);
    const thrown: unknown = await deploy(context, 'other.contoso.com').catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(ProblemError);
    expect(thrown).toMatchObject({ problem: { code: 'kubernetes-extension-failed', service: { message: expect.stringContaining('E40007') } } });
    expect(JSON.stringify((thrown as ProblemError).problem.next)).toContain('amltls cert lint');
    // What failed is not what is there: the next plan begins anew.
    const { change: again } = await deploy(context);
    expect(again.effect).toBe('update');
  });

  it('takes a Kubernetes secret by its name and sends neither certificate nor key', async () => {
    const context = world.context({ ...ANSWERS, 'target.sslSecret': 'contoso-tls' });
    const { changes, notes } = await plugin.plan({ domain: DOMAIN, bundle: await world.bundle(FQDN), redeploy: false }, context);
    expect(changes[0]?.requests?.[0]?.body).toMatchObject({
      properties: { configurationSettings: { 'scoringFe.sslSecret': 'contoso-tls', sslCname: FQDN }, configurationProtectedSettings: {} },
    });
    expect(JSON.stringify(notes)).toContain('contoso-tls');
  });

  it('has no address behind a NodePort until one is named', async () => {
    const router = { ...ANSWERS, 'target.routerType': 'NodePort' };
    const context = world.context(router);
    await deploy(context);
    expect(await plugin.endpoints(DOMAIN, context)).toMatchObject({ addresses: [], internal: true, waiting: expect.anything() });
    const named = world.context({ ...router, 'target.address': '10.1.2.3' });
    expect(await plugin.endpoints(DOMAIN, named)).toMatchObject({ addresses: ['10.1.2.3'], records: [{ name: FQDN, type: 'A', data: '10.1.2.3' }] });
  });
});

describe('what goes out', () => {
  it('names the suffix of a sovereign cloud, and the cluster in all its spellings', () => {
    const context = world.context(ANSWERS);
    const china = { ...context, env: { ...context.env, cloud: { ...context.env.cloud, cloudAppSuffix: 'cloudapp.chinacloudapi.cn' } } };
    const cluster = {
      id: '/subscriptions/s/x',
      type: 'Microsoft.ContainerService/managedClusters',
      name: 'aks2',
      subscriptionId: 's',
      resourceGroup: 'g',
      location: 'chinaeast2',
      nodes: 3,
      nodeResourceGroup: 'MC',
    } as const;
    const body = createBody({ domain: DOMAIN, cluster }, china, {});
    expect(body).toMatchObject({
      identity: { type: 'SystemAssigned' },
      properties: {
        extensionType: 'microsoft.azureml.kubernetes',
        scope: { cluster: { releaseNamespace: 'azureml' } },
        configurationSettings: {
          domain: 'chinaeast2.cloudapp.chinacloudapi.cn',
          location: 'chinaeast2',
          cluster_name: cluster.id,
          clusterId: cluster.id,
          inferenceRouterHA: 'True',
        },
      },
    });
  });

  it('reads ids of AKS and Arc-enabled clusters and no others', () => {
    const base = '/subscriptions/s/resourceGroups/g/providers';
    expect(parseClusterId(`${base}/Microsoft.ContainerService/managedClusters/a`)).toMatchObject({
      name: 'a',
      type: 'Microsoft.ContainerService/managedClusters',
    });
    expect(parseClusterId(`${base}/microsoft.kubernetes/connectedclusters/b`)).toMatchObject({ name: 'b', type: 'Microsoft.Kubernetes/connectedClusters' });
    expect(parseClusterId(`${base}/Microsoft.Compute/virtualMachines/c`)).toBeUndefined();
  });

  it('sends base64 of the whole PEM, ASCII only', () => {
    const pem = 'Bag Attributes: Zürich\n-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
    expect(Buffer.from(base64Of(pem), 'base64').toString()).toBe(pem.replace('ü', ''));
  });
});
