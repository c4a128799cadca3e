import { describe, expect, it } from 'vitest';
import type { Answers, Context, Inventory, Listed, Question } from '../../../src/core/contracts/index.ts';
import { ProblemError } from '../../../src/core/problems/problem-error.ts';
import aci from '../../../src/plugins/targets/aci/index.ts';
import aksAttach from '../../../src/plugins/targets/aks-attach/index.ts';
import aksProvision from '../../../src/plugins/targets/aks-provision/index.ts';
import { targetWorld } from '../../helpers/target-world.ts';

const plugins = { aksProvision, aksAttach, aci };

function question<K extends Question['kind']>(plugin: keyof typeof plugins, key: string, kind: K): Extract<Question, { kind: K }> {
  const found = plugins[plugin].questions.find((each) => each.key === key);
  if (found === undefined || found.kind !== kind) throw new Error(`no ${kind} question ${key}`);
  return found as Extract<Question, { kind: K }>;
}

function contextOf(answers: Answers, inventory: Partial<Inventory> = {}): Context {
  return { env: { title: 'Test', inventory }, answers, signal: new AbortController().signal } as unknown as Context;
}

describe('what is asked', () => {
  const asked = (plugin: keyof typeof plugins, answers: Answers = {}) =>
    plugins[plugin].questions.filter((each) => each.advanced !== true && (each.when?.(answers) ?? true)).map(({ key }) => key);

  it('is little by default', () => {
    expect(asked('aksProvision')).toEqual(['target.computeName', 'target.agentCount', 'target.vmSize']);
    expect(asked('aksAttach')).toEqual(['target.computeName', 'target.clusterId', 'target.clusterResourceGroup', 'target.clusterName']);
    expect(asked('aksAttach', { 'target.clusterId': '/subscriptions/…' })).toEqual(['target.computeName', 'target.clusterId']);
    expect(asked('aci')).toEqual(['target.serviceName', 'target.serviceFile']);
  });

  it('has the keys of the profile file', () => {
    const keys = Object.values(plugins).flatMap(({ questions }) => questions.map(({ key }) => key));
    expect([...new Set(keys)].sort()).toEqual(
      [
        'agentCount authEnabled clusterId clusterName clusterPurpose clusterResourceGroup computeName cpu dnsNameLabel',
        'loadBalancerSubnet loadBalancerType location memoryInGb networking.dnsServiceIp networking.dockerBridgeCidr',
        'networking.serviceCidr networking.subnetId serviceFile serviceName vmSize',
      ]
        .join(' ')
        .split(' ')
        .map((name) => `target.${name}`)
        .sort(),
    );
  });
});

describe('names', () => {
  it.each(['amlcompute', 'local', 'containerinstance', 'ab', '1aks', 'aks-', 'a'.repeat(25), 'aks_1'])('refuses the compute name %s', async (name) => {
    expect(await question('aksAttach', 'target.computeName', 'text').check?.(name, contextOf({}))).toMatchObject({ owner: 'you' });
  });

  it.each(['aks-prod', 'aks', 'A1b', 'a'.repeat(24)])('takes the compute name %s', async (name) => {
    expect(await question('aksProvision', 'target.computeName', 'text').check?.(name, contextOf({}))).toBeUndefined();
  });

  it.each(['Scorer', 'sc', 'scorer-', '1scorer', 'a'.repeat(33)])('refuses the service name %s', async (name) => {
    expect(await question('aci', 'target.serviceName', 'text').check?.(name, contextOf({}))).toMatchObject({ owner: 'you' });
  });

  it.each([
    '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm',
    '/subscriptions/s/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters',
    '/subscriptions/s/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/aks1/agentPools/a',
    '/subscriptions//resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/aks1',
    'aks1',
  ])('refuses the cluster id %s', async (id) => {
    expect(await question('aksAttach', 'target.clusterId', 'text').check?.(id, contextOf({}))).toMatchObject({ code: 'aks-attach-cluster-id' });
  });

  it('takes a cluster id in any case', async () => {
    const id = '/subscriptions/s/resourcegroups/rg/providers/microsoft.containerservice/managedclusters/aks1';
    expect(await question('aksAttach', 'target.clusterId', 'text').check?.(id, contextOf({}))).toBeUndefined();
  });

  it('refuses labels and amounts that no service can have', async () => {
    expect(await question('aci', 'target.dnsNameLabel', 'text').check?.('Scorer_1', contextOf({}))).toMatchObject({ code: 'aci-dns-label' });
    expect(await question('aci', 'target.dnsNameLabel', 'text').check?.('scorer-1', contextOf({}))).toBeUndefined();
    expect(await question('aci', 'target.cpu', 'number').check?.(0, contextOf({}))).toMatchObject({ code: 'aci-amount' });
    expect(await question('aci', 'target.cpu', 'number').check?.(0.5, contextOf({}))).toBeUndefined();
    expect(await question('aksProvision', 'target.agentCount', 'number').check?.(1.5, contextOf({}))).toMatchObject({ code: 'aks-provision-agent-count' });
  });
});

describe('suggestions', () => {
  it('come from the practice Azure', async () => {
    await using world = await targetWorld();
    const context = world.context({ 'target.clusterResourceGroup': 'rg-practice' });
    const valuesOf = async (plugin: keyof typeof plugins, key: string) =>
      (await question(plugin, key, 'text').suggest?.(context))?.items.map(({ value }) => value.split('/').at(-1));
    expect(await valuesOf('aksAttach', 'target.computeName')).toEqual(['aks-prod']);
    expect(await valuesOf('aksAttach', 'target.clusterId')).toEqual(['aks-quiet', 'aks-small', 'aks1', 'aks2']);
    expect(await valuesOf('aksAttach', 'target.clusterResourceGroup')).toEqual(['rg-practice']);
    expect(await valuesOf('aksAttach', 'target.clusterName')).toEqual(['aks-quiet', 'aks-small', 'aks1', 'aks2']);
    expect(await valuesOf('aci', 'target.serviceName')).toEqual(['scorer']);
  });

  it('leave typing where a listing is refused, with the reason', async () => {
    const refusal = new ProblemError({ code: 'permission-denied', owner: 'you', message: 'No.', next: ['Ask.'] });
    const list = async (): Promise<readonly Listed[]> => {
      throw refusal;
    };
    const context = contextOf({}, { computes: list, clusters: list, resourceGroups: list, services: list });
    for (const { questions } of Object.values(plugins)) {
      for (const each of questions) {
        if (each.kind !== 'text' || each.suggest === undefined) continue;
        expect(await each.suggest(context)).toMatchObject({ items: [], problem: { code: 'permission-denied' } });
      }
    }
  });

  it('know the cluster of a compute that is attached, unless another is named', async () => {
    await using world = await targetWorld();
    const initial = (answers: Answers) => question('aksAttach', 'target.clusterId', 'text').initial?.(world.context(answers));
    expect(await initial({ 'target.computeName': 'aks-prod' })).toMatch(/\/managedClusters\/aks1$/i);
    expect(await initial({ 'target.computeName': 'aks-new' })).toBeUndefined();
    expect(await initial({ 'target.computeName': 'aks-prod', 'target.clusterName': 'aks2' })).toBeUndefined();
    expect(await initial({})).toBeUndefined();
  });

  it('show an internal load balancer as impossible with a Microsoft certificate', async () => {
    const options = (answers: Answers) => question('aksAttach', 'target.loadBalancerType', 'choice').options(contextOf(answers));
    const microsoft = { 'domain.kind': 'microsoft', 'domain.leafDomainLabel': 'contoso' };
    expect(await options(microsoft)).toMatchObject([{ value: 'PublicIp' }, { value: 'InternalLoadBalancer', problem: { code: 'aks-microsoft-internal' } }]);
    expect((await options({ 'domain.kind': 'none' })).filter(({ problem }) => problem !== undefined)).toEqual([]);
  });
});
