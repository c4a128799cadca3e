import { describe, expect, it } from 'vitest';
import { AzureError } from '../../../../../src/plugins/environments/sandbox/world/azure-error.ts';
import { deleteCompute } from '../../../../../src/plugins/environments/sandbox/world/delete-compute.ts';
import { putCompute } from '../../../../../src/plugins/environments/sandbox/world/put-compute.ts';
import { clusterIdOf, MINUTE, type Practice, practice, scope } from './practice.ts';

const aks = (properties: object, more: object = {}): object => ({ location: 'eastus', properties: { computeType: 'AKS', ...more, properties } });
const put = (p: Practice, name: string, body: object) => putCompute(p.world, { scope, name, body });
const attach = (p: Practice, name: string, cluster: string, properties: object = {}) => put(p, name, aks(properties, { resourceId: clusterIdOf(cluster) }));

const refusal = async (work: Promise<unknown>): Promise<AzureError> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AzureError) return error;
  throw new Error('was not refused');
};

describe('creating a compute', () => {
  it('takes ten minutes and brings its own cluster', async () => {
    const p = await practice();
    await put(p, 'fresh', aks({}));
    p.later(10 * MINUTE - 1);
    expect(p.compute('fresh')).toMatchObject({ state: 'Creating', ready: false });
    const { state } = p.later(1);
    expect(p.compute('fresh')).toMatchObject({ state: 'Succeeded', ready: true, attached: false, settings: { agentCount: 3, agentVmSize: 'Standard_D3_v2' } });
    expect(state.managedClusters.find((cluster) => cluster.ownedByCompute)?.name).toMatch(/^fresh-[0-9a-f]{5}-[0-9a-f]{13}$/);
  });

  it.each(['ab', '1abc', 'abc-', 'a'.repeat(25), 'local', 'AmlCompute'])('refuses the name %s', async (name) => {
    expect(await refusal(put(await practice(), name, aks({})))).toMatchObject({ status: 400 });
  });

  it('refuses FastProd with fewer than three nodes, and takes DevTest', async () => {
    const p = await practice();
    expect((await refusal(put(p, 'small', aks({ agentCount: 2 })))).message).toContain('FastProd');
    await expect(put(p, 'small', aks({ agentCount: 2, clusterPurpose: 'DevTest' }))).resolves.toBeDefined();
  });

  it('refuses a subnet without an internal load balancer', async () => {
    expect((await refusal(put(await practice(), 'fresh', aks({ loadBalancerSubnet: 'aks-subnet' })))).message).toContain('loadBalancerSubnet');
  });

  it('conflicts with a taken name unless the body carries the resourceId', async () => {
    const p = await practice();
    expect(await refusal(put(p, 'aks-prod', aks({})))).toMatchObject({ status: 409, code: 'Conflict' });
    expect(await refusal(attach(p, 'aks-prod', 'aks2'))).toMatchObject({ status: 409, code: 'Conflict' });
    await attach(p, 'aks-prod', 'aks1');
    expect(p.compute('aks-prod').state).toBe('Updating');
  });

  it('names every fault of a body', async () => {
    const error = await refusal(
      put(await practice(), 'fresh', { properties: { computeType: 'AKS', properties: { agentCount: 'three', clusterPurpose: 'Fast' } } }),
    );
    expect(error.code).toBe('InvalidRequestContent');
    expect(error.details.map(({ message }) => message.split(':')[0])).toEqual(['properties.properties.agentCount', 'properties.properties.clusterPurpose']);
  });

  it('fails where a fault says so, loses its cluster, and can be tried again', async () => {
    const p = await practice();
    await putCompute(p.world, { scope, name: 'fresh', body: aks({}), provisioningErrors: [{ code: 'QuotaExceeded', message: 'No cores left.' }] });
    const { state } = p.later(10 * MINUTE);
    expect(p.compute('fresh')).toMatchObject({ state: 'Failed', ready: false, errors: [{ code: 'QuotaExceeded' }] });
    expect(state.managedClusters.some((cluster) => cluster.ownedByCompute)).toBe(false);
    await put(p, 'fresh', aks({}));
    p.later(10 * MINUTE);
    expect(p.compute('fresh').state).toBe('Succeeded');
    expect(state.computes.filter((compute) => compute.name === 'fresh')).toHaveLength(1);
  });
});

describe('attaching a cluster', () => {
  it('takes five minutes', async () => {
    const p = await practice();
    await attach(p, 'second', 'aks2');
    p.later(5 * MINUTE - 1);
    expect(p.compute('second').state).toBe('Creating');
    p.later(1);
    expect(p.compute('second')).toMatchObject({ state: 'Succeeded', attached: true });
  });

  it('is possible once a cluster', async () => {
    const p = await practice();
    expect((await refusal(attach(p, 'again', 'AKS1'))).message).toContain('already attached');
  });

  it('refuses a cluster that is not there, and FastProd on one node', async () => {
    const p = await practice();
    expect(await refusal(attach(p, 'nowhere', 'none'))).toMatchObject({ status: 404 });
    expect((await refusal(attach(p, 'small', 'aks-small'))).message).toContain('FastProd');
    await expect(attach(p, 'small', 'aks-small', { clusterPurpose: 'DevTest' })).resolves.toBeDefined();
  });
});

describe('one change at a time', () => {
  it('answers 409 to a second one, whatever it is', async () => {
    const p = await practice();
    await attach(p, 'aks-prod', 'aks1');
    expect(await refusal(attach(p, 'aks-prod', 'aks1'))).toMatchObject({ status: 409, code: 'AnotherOperationInProgress' });
    expect(() => deleteCompute(p.world, { scope, name: 'aks-prod', underlyingResourceAction: 'detach' })).toThrow(AzureError);
    p.later(2 * MINUTE);
    await expect(attach(p, 'aks-prod', 'aks1')).resolves.toBeDefined();
  });
});

describe('taking a compute away', () => {
  it('leaves the cluster on Detach, and its services fail', async () => {
    const p = await practice();
    deleteCompute(p.world, { scope, name: 'aks-prod', underlyingResourceAction: 'Detach' });
    expect(p.compute('aks-prod').state).toBe('Deleting');
    const { state } = p.later(MINUTE);
    expect(state.computes).toHaveLength(0);
    expect(state.managedClusters.some((cluster) => cluster.name === 'aks1')).toBe(true);
    expect(state.services.find((service) => service.name === 'credit-scorer')?.state).toBe('Failed');
    await expect(attach(p, 'aks-prod', 'aks1')).resolves.toBeDefined();
  });

  it('removes the cluster on delete', async () => {
    const p = await practice();
    deleteCompute(p.world, { scope, name: 'aks-prod', underlyingResourceAction: 'delete' });
    expect(p.later(5 * MINUTE).state.managedClusters.some((cluster) => cluster.name === 'aks1')).toBe(false);
  });

  it('must be told which', async () => {
    const p = await practice();
    expect(() => deleteCompute(p.world, { scope, name: 'aks-prod', underlyingResourceAction: undefined })).toThrow('underlyingResourceAction');
  });
});
