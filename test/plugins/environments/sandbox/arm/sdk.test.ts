import { AzureMachineLearningWorkspaces } from '@azure/arm-machinelearning';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clusterIdOf, MINUTE, scope } from '../world/practice.ts';
import { type Server, startServer } from './server.ts';

let server: Server;
let client: AzureMachineLearningWorkspaces;
beforeAll(async () => {
  server = await startServer();
  const credential = { getToken: async () => ({ token: server.token, expiresOnTimestamp: Date.now() + 3_600_000 }) };
  const options = { endpoint: server.url, tlsOptions: { ca: server.caPem }, retryOptions: { maxRetries: 0 } };
  client = new AzureMachineLearningWorkspaces(credential, scope.subscriptionId, options);
});
afterAll(() => server[Symbol.asyncDispose]());

async function all<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of pages) items.push(item);
  return items;
}

describe('Microsoft’s own client', () => {
  it('lists workspaces and computes, and reads them', async () => {
    expect(await all(client.workspaces.listByResourceGroup(scope.resourceGroup))).toMatchObject([{ name: 'ws-practice', provisioningState: 'Succeeded' }]);
    expect(await client.workspaces.get(scope.resourceGroup, scope.workspace)).toMatchObject({ discoveryUrl: expect.stringContaining('/discovery/') });
    expect(await all(client.computeOperations.list(scope.resourceGroup, scope.workspace))).toMatchObject([
      { name: 'aks-prod', properties: { computeType: 'AKS' } },
    ]);
  });

  it('attaches a cluster with a Microsoft certificate and waits for it', async () => {
    const ssl = { status: 'Auto', leafDomainLabel: 'contoso' };
    const poller = await client.computeOperations.beginCreateOrUpdate(
      scope.resourceGroup,
      scope.workspace,
      'second',
      { location: 'eastus', properties: { computeType: 'AKS', resourceId: clusterIdOf('aks2'), properties: { sslConfiguration: ssl } } },
      { updateIntervalInMs: 5 },
    );
    await poller.poll();
    expect(poller.isDone()).toBe(false);
    server.advance(5 * MINUTE);
    expect(await poller.pollUntilDone()).toMatchObject({
      name: 'second',
      properties: { provisioningState: 'Succeeded', properties: { sslConfiguration: { status: 'Auto', leafDomainLabel: 'contoso' } } },
    });
  });

  it('gets an error it understands', async () => {
    await expect(client.computeOperations.get(scope.resourceGroup, scope.workspace, 'none')).rejects.toMatchObject({
      statusCode: 404,
      code: 'ResourceNotFound',
    });
  });

  it('detaches and waits for it', async () => {
    const poller = await client.computeOperations.beginDelete(scope.resourceGroup, scope.workspace, 'aks-prod', 'Detach', { updateIntervalInMs: 5 });
    server.advance(MINUTE);
    await poller.pollUntilDone();
    expect(server.store.state.computes.map(({ name }) => name)).not.toContain('aks-prod');
  });
});
