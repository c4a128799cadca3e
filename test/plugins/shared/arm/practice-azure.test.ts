import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArmReply, ChangeEvent, Clock } from '../../../../src/core/contracts/index.ts';
import {
  type ArmClient,
  computePath,
  createInventory,
  expectOk,
  followOperation,
  getResource,
  isObject,
  mmsBase,
  provisioningState,
} from '../../../../src/plugins/shared/arm/index.ts';
import { type Server, startServer } from '../../environments/sandbox/arm/server.ts';
import { clusterIdOf, pairFor, scope } from '../../environments/sandbox/world/practice.ts';
import { armFor, problemOf, signal } from './setup.ts';

const answers = { 'azure.subscriptionId': scope.subscriptionId, 'azure.resourceGroup': scope.resourceGroup, 'azure.workspace': scope.workspace };
const apiVersion = '2022-10-01';
const ATTACH = {
  location: 'eastus',
  properties: { computeType: 'AKS', resourceId: clusterIdOf('aks2'), properties: { sslConfiguration: { status: 'Auto', leafDomainLabel: 'contoso' } } },
};

let server: Server;
let arm: ArmClient;
let clock: Clock;
beforeEach(async () => {
  server = await startServer();
  const credential = { getToken: async () => ({ token: server.token, expiresOnTimestamp: Date.now() + 3_600_000 }) };
  arm = armFor(server, { caPem: server.caPem, certPem: '', keyPem: '' }, { credential });
  let now = 0;
  clock = {
    now: () => now,
    async sleep(ms) {
      now += ms;
      server.advance(ms);
    },
  };
});
afterEach(() => server[Symbol.asyncDispose]());

async function followed(reply: ArmReply, more: { readonly mms?: string; readonly resource?: string }) {
  const events: ChangeEvent[] = [];
  for await (const event of followOperation({ arm, clock, signal, id: 'x', what: 'The change', reply, apiVersion, ...more })) events.push(event);
  return events;
}

const attach = async (path: string) => followed(await arm.send({ method: 'PUT', path, apiVersion, body: ATTACH }, signal), { resource: path });
const puts = () => server.store.state.requests.filter(({ method, status }) => method === 'PUT' && status > 0).length;

describe('against the practice Azure', () => {
  it('a cluster is attached, followed and read back', async () => {
    const path = computePath(answers, 'second');
    expect(await getResource(arm, { path, apiVersion }, signal)).toBeUndefined();
    const events = await attach(path);
    expect(events[0]).toMatchObject({ type: 'operation', url: expect.stringContaining(server.url) });
    expect(provisioningState(await getResource(arm, { path, apiVersion }, signal))).toBe('Succeeded');
  });

  it('is attached once, although the network breaks and the service stumbles all the way', async () => {
    const path = computePath(answers, 'second');
    server.store.state.faults.push(
      { match: 'PUT', reset: true, times: 1 },
      { match: 'GET', status: 500, times: 3 },
      { match: 'GET', status: 401, times: 1 },
      { match: 'GET', reset: true, times: 2 },
    );
    await attach(path);
    expect(provisioningState(await getResource(arm, { path, apiVersion }, signal))).toBe('Succeeded');
    expect(puts()).toBe(1);
  });

  it('a failed provisioning ends in the words of Azure', async () => {
    server.store.state.faults.push({ match: 'PUT', provisioningErrors: [{ code: 'QuotaExceeded', message: 'No cores left.' }], times: 1 });
    const problem = await problemOf(attach(computePath(answers, 'second')));
    expect(problem).toMatchObject({ code: 'operation-failed', service: { code: 'QuotaExceeded' } });
  });

  it('a service of model management is patched, and keeps its secrets out of what is followed', async () => {
    const mms = await mmsBase(arm, answers, signal);
    const { chainPem, keyPem } = await pairFor('aci.contoso.com');
    const body = [
      { op: 'replace', path: '/sslEnabled', value: true },
      { op: 'replace', path: '/sslCertificate', value: chainPem },
      { op: 'replace', path: '/sslKey', value: keyPem },
      { op: 'replace', path: '/cname', value: 'aci.contoso.com' },
    ];
    const reply = await arm.send({ method: 'PATCH', path: `${mms}/services/scorer`, body, contentType: 'application/json-patch+json' }, signal);
    const events = await followed(reply, { mms });
    expect(JSON.stringify(events)).not.toContain('PRIVATE KEY');
    const { body: service } = expectOk(await arm.send({ method: 'GET', path: `${mms}/services/scorer` }, signal), 'reading');
    expect(isObject(service) && service['sslEnabled']).toBe(true);
  });

  it('what is not there is called by its name', async () => {
    const elsewhere = { ...answers, 'azure.workspace': 'nowhere' };
    const problem = await problemOf(getResource(arm, { path: computePath(elsewhere, 'aks-prod'), apiVersion }, signal));
    expect(problem.service?.message).toContain('nowhere');
    expect((await problemOf(mmsBase(arm, elsewhere, signal))).code).toMatch(/not-found$/);
    const stranger = computePath({ ...answers, 'azure.subscriptionId': '22222222-2222-4222-8222-222222222222' }, 'aks-prod');
    expect((await problemOf(getResource(arm, { path: stranger, apiVersion }, signal))).code).toBe('subscription-not-found');
  });

  it('everything is listed', async () => {
    const inventory = createInventory({ arm });
    const values = async (listing: Promise<readonly { readonly value: string }[]>) => (await listing).map((each) => each.value);
    expect(await values(inventory.subscriptions(signal))).toEqual([scope.subscriptionId]);
    expect(await values(inventory.resourceGroups(scope.subscriptionId, signal))).toContain(scope.resourceGroup);
    expect(await values(inventory.workspaces(scope, signal))).toEqual([scope.workspace]);
    expect(await values(inventory.clusters(scope, signal))).toEqual(['aks-quiet', 'aks-small', 'aks1', 'aks2']);
    expect((await inventory.clusters({ subscriptionId: scope.subscriptionId }, signal))[0]?.value).toMatch(/^\/subscriptions\//);
    expect(await values(inventory.computes(scope, signal))).toEqual(['aks-prod']);
    expect(await values(inventory.services(scope, signal))).toEqual(['credit-scorer', 'scorer']);
  });
});
