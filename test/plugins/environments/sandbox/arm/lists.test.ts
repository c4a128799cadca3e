import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultSeed } from '../../../../../src/plugins/environments/sandbox/state/seed.ts';
import { DATA, type Server, startServer, WORKSPACE } from './server.ts';

let server: Server;
const GROUP = WORKSPACE.split('/providers')[0] ?? '';
const SUBSCRIPTION = GROUP.split('/resourceGroups')[0] ?? '';

beforeAll(async () => {
  const clusters = Array.from({ length: 45 }, (_, index) => ({
    name: `c${index}`,
    location: 'eastus',
    nodeCount: 3,
    vmSize: 'x',
    quiet: false,
    hidesAddress: false,
    keepsScoringUri: false,
  }));
  const computes = clusters.map(({ name }) => ({ name: `aks-${name}`, cluster: name, clusterPurpose: 'FastProd', loadBalancerType: 'PublicIp' }) as const);
  server = await startServer({ clusters, computes, services: defaultSeed().services.filter(({ kind }) => kind === 'aci') });
});
afterAll(() => server[Symbol.asyncDispose]());

const names = (reply: { readonly body: unknown }): string[] => (reply.body as { value: { name: string }[] }).value.map(({ name }) => name);

it('gives computes in pages, by absolute links', async () => {
  const seen: string[] = [];
  for (let next = `${WORKSPACE}/computes?api-version=2022-10-01`; next !== ''; ) {
    const reply = await server.send('GET', next);
    seen.push(...names(reply));
    const link = (reply.body as { nextLink?: string }).nextLink;
    if (link !== undefined) expect(link).toMatch(new RegExp(`^${server.url}/subscriptions/.*api-version=2022-10-01`));
    next = link ?? '';
  }
  expect(seen).toEqual(Array.from({ length: 45 }, (_, index) => `aks-c${index}`));
});

it('lists what a person may choose from', async () => {
  const version = 'api-version=2021-04-01';
  expect(await server.send('GET', `/subscriptions?${version}`)).toMatchObject({ body: { value: [{ displayName: 'Practice', state: 'Enabled' }] } });
  expect(names(await server.send('GET', `${SUBSCRIPTION}/resourcegroups?${version}`))).toEqual(['rg-practice']);
  expect(names(await server.send('GET', `${SUBSCRIPTION}/providers/Microsoft.MachineLearningServices/workspaces?${version}`))).toEqual(['ws-practice']);
  expect(names(await server.send('GET', `${GROUP}/providers/Microsoft.MachineLearningServices/workspaces?${version}`))).toEqual(['ws-practice']);
  expect(names(await server.send('GET', `${SUBSCRIPTION}/providers/Microsoft.ContainerService/managedClusters?api-version=2024-09-01`))).toHaveLength(45);
  expect(await server.send('GET', `${GROUP}/providers/Microsoft.ContainerService/managedClusters/C3?api-version=2024-09-01`)).toMatchObject({
    body: { name: 'c3', properties: { agentPoolProfiles: [{ count: 3 }] } },
  });
});

it('lists resources by type', async () => {
  const filter = (type: string) => `${SUBSCRIPTION}/resources?api-version=2021-04-01&$filter=${encodeURIComponent(`resourceType eq '${type}'`)}`;
  expect(names(await server.send('GET', filter('Microsoft.MachineLearningServices/workspaces')))).toEqual(['ws-practice']);
  expect(names(await server.send('GET', filter('microsoft.containerservice/managedclusters')))).toHaveLength(45);
  expect(names(await server.send('GET', filter('Microsoft.Web/sites')))).toEqual([]);
  expect((await server.send('GET', `${SUBSCRIPTION}/resources?api-version=2021-04-01&$filter=name`)).status).toBe(400);
});

it('leads from the workspace to its data plane', async () => {
  const { body: workspace } = await server.send('GET', `${WORKSPACE}?api-version=2022-10-01`);
  const discovery = String(workspace['properties']?.['discoveryUrl']);
  const { body: map } = await server.send('GET', discovery);
  expect(map).toEqual({ api: server.url, modelmanagement: server.url });
  expect(names(await server.send('GET', `${map['api']}${DATA}/services`))).toEqual(['scorer']);
});
