import aksAttach from '../../../src/plugins/targets/aks-attach/index.ts';
import { targetContract } from '../../contract/target.ts';
import { microsoft, none, own, put } from './answers.ts';

const cluster = (name: string) => ({ 'target.clusterResourceGroup': 'rg-practice', 'target.clusterName': name });
const fresh = { ...cluster('aks2'), 'target.computeName': 'aks-new' };
const attached = { ...cluster('aks1'), 'target.computeName': 'aks-prod' };
const id = '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-practice/providers/Microsoft.ContainerService/managedClusters/aks2';

targetContract({
  plugin: aksAttach,
  cases: [
    { name: 'a compute that exists', answers: { ...own, ...attached }, effect: 'update', sends: [put('aks-prod')] },
    { name: 'a compute that exists, with a Microsoft certificate', answers: { ...microsoft, ...attached }, effect: 'update', sends: [put('aks-prod')] },
    { name: 'a cluster by name', answers: { ...own, ...fresh }, effect: 'create', sends: [put('aks-new')] },
    {
      name: 'a cluster by id, with a Microsoft certificate',
      answers: { ...microsoft, 'target.clusterId': id, 'target.computeName': 'aks-new' },
      effect: 'create',
      sends: [put('aks-new')],
    },
    { name: 'a cluster without TLS', answers: { ...none, ...fresh }, effect: 'create', sends: [put('aks-new')] },
    {
      name: 'a small cluster',
      answers: { ...own, ...cluster('aks-small'), 'target.computeName': 'aks-new', 'target.clusterPurpose': 'DevTest' },
      effect: 'create',
      sends: [put('aks-new')],
    },
    {
      name: 'an internal load balancer',
      answers: { ...own, ...fresh, 'target.loadBalancerType': 'InternalLoadBalancer', 'target.loadBalancerSubnet': 'subnet1' },
      effect: 'create',
      sends: [put('aks-new')],
    },
    {
      name: 'a cluster that is quiet until a service runs',
      answers: { ...own, ...cluster('aks-quiet'), 'target.computeName': 'aks-new' },
      effect: 'create',
      sends: [put('aks-new')],
      waits: true,
    },
  ],
  refusals: [
    { name: 'a cluster that is not there', answers: { ...own, ...cluster('aks9'), 'target.computeName': 'aks-new' }, code: 'aks-attach-no-cluster' },
    { name: 'no cluster at all', answers: { ...own, 'target.computeName': 'aks-new' }, code: 'aks-attach-cluster-missing' },
    {
      name: 'an id that is none',
      answers: { ...own, 'target.clusterId': '/subscriptions/x/aks2', 'target.computeName': 'aks-new' },
      code: 'aks-attach-cluster-id',
    },
    {
      name: 'a second attachment',
      answers: { ...own, ...cluster('aks1'), 'target.computeName': 'aks-new' },
      code: 'aks-attach-attached-elsewhere',
    },
    { name: 'a name that belongs to another cluster', answers: { ...own, ...fresh, 'target.computeName': 'aks-prod' }, code: 'aks-attach-other-cluster' },
    {
      name: 'FastProd on a small cluster',
      answers: { ...own, ...cluster('aks-small'), 'target.computeName': 'aks-new' },
      code: 'aks-too-few-nodes',
    },
    {
      name: 'a Microsoft certificate with an internal load balancer',
      answers: { ...microsoft, ...fresh, 'target.loadBalancerType': 'InternalLoadBalancer' },
      code: 'aks-microsoft-internal',
    },
    {
      name: 'a load balancer subnet without an internal load balancer',
      answers: { ...own, ...fresh, 'target.loadBalancerSubnet': 'subnet1' },
      code: 'aks-subnet-without-internal',
    },
  ],
});
