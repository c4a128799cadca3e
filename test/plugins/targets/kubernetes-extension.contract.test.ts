import kubernetesExtension from '../../../src/plugins/targets/kubernetes-extension/index.ts';
import { targetContract } from '../../contract/target.ts';
import { none, own } from './answers.ts';

const cluster = (name: string) => ({ 'target.clusterResourceGroup': 'rg-practice', 'target.clusterName': name });
const id = (name: string) =>
  `/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-practice/providers/Microsoft.ContainerService/managedClusters/${name}`;
const put = (name: string) => new RegExp(`^PUT .*/managedClusters/${name}/providers/Microsoft\\.KubernetesConfiguration/extensions/azureml$`);

targetContract({
  plugin: kubernetesExtension,
  cases: [
    { name: 'a cluster by name', answers: { ...own, ...cluster('aks2') }, effect: 'create', sends: [put('aks2')] },
    { name: 'a cluster by id, without TLS', answers: { ...none, 'target.clusterId': id('aks2') }, effect: 'create', sends: [put('aks2')] },
    { name: 'a small cluster, set up for tests by itself', answers: { ...own, ...cluster('aks-small') }, effect: 'create', sends: [put('aks-small')] },
    { name: 'an internal load balancer', answers: { ...own, ...cluster('aks2'), 'target.internalLoadBalancer': true }, effect: 'create', sends: [put('aks2')] },
    {
      name: 'the cluster of a v1 compute, its front end taken over',
      answers: { ...own, ...cluster('aks1'), 'target.moveFrontEnd': true },
      effect: 'create',
      sends: [put('aks1')],
    },
  ],
  refusals: [
    { name: 'no cluster at all', answers: own, code: 'kubernetes-extension-cluster-missing' },
    { name: 'a cluster that is not there', answers: { ...own, ...cluster('aks9') }, code: 'kubernetes-extension-no-cluster' },
    { name: 'an id that is none', answers: { ...own, 'target.clusterId': '/subscriptions/x/aks2' }, code: 'kubernetes-extension-cluster-id' },
    { name: 'a front end of v1 in the way', answers: { ...own, ...cluster('aks1') }, code: 'kubernetes-extension-legacy-front-end' },
    {
      name: 'FastProd on a small cluster',
      answers: { ...own, ...cluster('aks-small'), 'target.clusterPurpose': 'FastProd' },
      code: 'kubernetes-extension-too-few-nodes',
    },
    {
      name: 'an internal load balancer behind a NodePort',
      answers: { ...own, ...cluster('aks2'), 'target.internalLoadBalancer': true, 'target.routerType': 'NodePort' },
      code: 'kubernetes-extension-internal-router',
    },
  ],
});
