import aksProvision from '../../../src/plugins/targets/aks-provision/index.ts';
import { targetContract } from '../../contract/target.ts';
import { microsoft, none, own, put } from './answers.ts';

const compute = { 'target.computeName': 'aks-new' };
const networking = {
  'target.networking.subnetId':
    '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-practice/providers/Microsoft.Network/virtualNetworks/vnet1/subnets/default',
  'target.networking.serviceCidr': '10.0.0.0/16',
  'target.networking.dnsServiceIp': '10.0.0.10',
  'target.networking.dockerBridgeCidr': '172.17.0.1/16',
};

targetContract({
  plugin: aksProvision,
  cases: [
    { name: 'a certificate of your own', answers: { ...own, ...compute }, effect: 'create', sends: [put('aks-new')] },
    { name: 'a Microsoft certificate', answers: { ...microsoft, ...compute }, effect: 'create', sends: [put('aks-new')] },
    { name: 'no TLS', answers: { ...none, ...compute }, effect: 'create', sends: [put('aks-new')] },
    {
      name: 'every setting',
      answers: {
        ...own,
        ...compute,
        ...networking,
        'target.agentCount': 4,
        'target.vmSize': 'Standard_D4_v2',
        'target.location': 'westeurope',
        'target.clusterPurpose': 'FastProd',
        'target.loadBalancerType': 'InternalLoadBalancer',
        'target.loadBalancerSubnet': 'aks-subnet',
      },
      effect: 'create',
      sends: [put('aks-new')],
    },
    { name: 'a compute that exists', answers: { ...own, 'target.computeName': 'aks-prod' }, effect: 'update', sends: [put('aks-prod')] },
  ],
  refusals: [
    { name: 'FastProd with fewer than three nodes', answers: { ...own, ...compute, 'target.agentCount': 2 }, code: 'aks-too-few-nodes' },
    { name: 'no nodes', answers: { ...own, ...compute, 'target.agentCount': 0 }, code: 'aks-provision-agent-count' },
    {
      name: 'a part of the network settings',
      answers: { ...own, ...compute, 'target.networking.serviceCidr': '10.0.0.0/16' },
      code: 'aks-provision-networking-incomplete',
    },
    { name: 'a range that is none', answers: { ...own, ...compute, ...networking, 'target.networking.serviceCidr': '10.0.0.0' }, code: 'aks-provision-cidr' },
    {
      name: 'an address that is none',
      answers: { ...own, ...compute, ...networking, 'target.networking.dnsServiceIp': '10.0.0' },
      code: 'aks-provision-dns-ip',
    },
    {
      name: 'a Microsoft certificate with an internal load balancer',
      answers: { ...microsoft, ...compute, 'target.loadBalancerType': 'InternalLoadBalancer' },
      code: 'aks-microsoft-internal',
    },
    {
      name: 'a load balancer subnet without an internal load balancer',
      answers: { ...own, ...compute, 'target.loadBalancerSubnet': 'aks-subnet' },
      code: 'aks-subnet-without-internal',
    },
  ],
});
