import { afterAll, describe, expect, it } from 'vitest';
import type { Json } from '../../../../src/core/contracts/index.ts';
import { createInventory } from '../../../../src/plugins/shared/arm/inventory.ts';
import { startArmServer } from './arm-server.ts';
import { armFor, problemOf, signal } from './setup.ts';
import { throwawayCertificate } from './throwaway-ca.ts';

const certificate = throwawayCertificate();
const server = await startArmServer(certificate);
afterAll(() => server[Symbol.asyncDispose]());
const inventory = createInventory({ arm: armFor(server, certificate), suggested: async () => 'S-2' });
const scope = { subscriptionId: 's-1', resourceGroup: 'rg' };
const list = (...value: Json[]) => server.answer({ status: 200, body: { value } });

describe('what the signed-in user can see', () => {
  it('subscriptions, that of az first', async () => {
    list(
      { subscriptionId: 's-1', displayName: 'A', state: 'Enabled' },
      { subscriptionId: 's-3', displayName: 'C', state: 'Disabled' },
      { subscriptionId: 's-2', displayName: 'B' },
    );
    const found = await inventory.subscriptions(signal);
    expect(found.map((each) => [each.value, each.label, each.suggested])).toEqual([
      ['s-2', 'B', true],
      ['s-1', 'A', undefined],
      ['s-3', 'C', undefined],
    ]);
  });

  it('resource groups and clusters', async () => {
    list({ name: 'rg-b', location: 'eastus' }, { name: 'rg-a' });
    expect((await inventory.resourceGroups('s-1', signal)).map((each) => each.value)).toEqual(['rg-a', 'rg-b']);
    expect(server.seen[0]?.url).toMatch(/^\/subscriptions\/s-1\/resourcegroups\?api-version=/);
    list({ id: '/subscriptions/s-1/…/aks1', name: 'aks1', location: 'eastus' });
    expect(await inventory.clusters(scope, signal)).toEqual([{ value: 'aks1', label: 'aks1', detail: 'eastus' }]);
    expect(await inventory.clusters({ subscriptionId: 's-1' }, signal)).toEqual([{ value: '/subscriptions/s-1/…/aks1', label: 'aks1', detail: 'eastus' }]);
  });

  it('workspaces, through the typed client, page after page', async () => {
    server.answerBy(({ url }) => ({
      status: 200,
      body: url.includes('skip') ? { value: [{ name: 'ws-a', location: 'westus' }] } : { value: [{ name: 'ws-b' }], nextLink: `${server.url}${url}&skip=1` },
    }));
    expect((await inventory.workspaces(scope, signal)).map((each) => each.value)).toEqual(['ws-a', 'ws-b']);
    expect(server.seen[0]?.url).toBe('/subscriptions/s-1/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces?api-version=2022-10-01');
  });

  it('computes of AKS only, and services', async () => {
    list(
      { name: 'aks1', properties: { computeType: 'AKS', provisioningState: 'Succeeded', properties: null } },
      { name: 'gpu', properties: { computeType: 'AmlCompute', provisioningState: 'Succeeded' } },
    );
    expect(await inventory.computes({ ...scope, workspace: 'ws' }, signal)).toEqual([{ value: 'aks1', label: 'aks1', detail: 'Succeeded' }]);
    list({ name: 'scorer', properties: { computeType: 'ACI' } });
    expect(await inventory.services({ ...scope, workspace: 'ws' }, signal)).toEqual([{ value: 'scorer', label: 'scorer', detail: 'ACI' }]);
  });

  it('or why not, so that a question can go on with typing', async () => {
    server.answer({ status: 403, headers: { 'x-ms-request-id': 'r-1' }, body: { error: { code: 'AuthorizationFailed', message: 'No right.' } } });
    const refusal = { code: 'permission-denied', service: { code: 'AuthorizationFailed', message: 'No right.', requestId: 'r-1' } };
    expect(await problemOf(inventory.subscriptions(signal))).toMatchObject(refusal);
    expect(await problemOf(inventory.workspaces(scope, signal))).toMatchObject(refusal);
    server.answer({ status: 200, text: '<html>', headers: { 'content-type': 'application/json' } });
    expect((await problemOf(inventory.computes({ ...scope, workspace: 'ws' }, signal))).code).toBe('answer-not-understood');
  });

  it('also after a token was refused once, and not at all without a network', async () => {
    server.answer({ status: 401 }, { status: 200, body: { value: [{ name: 'ws' }] } });
    expect(await inventory.workspaces(scope, signal)).toHaveLength(1);
    server.answer('reset');
    const problem = await problemOf(inventory.workspaces(scope, signal));
    expect(problem.code).toBe('network-unreachable');
    expect(JSON.stringify(problem.message)).toContain(new URL(server.url).host);
  });
});
