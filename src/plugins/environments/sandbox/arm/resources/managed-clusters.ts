import type { Json } from '../../../../../core/contracts/index.ts';
import type { ManagedCluster } from '../../state/account.ts';
import { notFound } from '../../world/azure-error.ts';
import { clusterId, sameName } from '../../world/resource-ids.ts';
import { type Answer, type Call, hereIn, ok, param } from '../call.ts';

/** Of a subscription or a group. */
export const list = (call: Call): Answer => ok({ value: clustersHere(call).map(view) });

export function get(call: Call): Answer {
  const name = param(call, 'cluster');
  const cluster = clustersHere(call).find((item) => sameName(item.name, name));
  if (cluster === undefined) throw notFound(`Microsoft.ContainerService/managedClusters/${name}`, param(call, 'group'));
  return ok(view(cluster));
}

const clustersHere = (call: Call): ManagedCluster[] => call.world.state.managedClusters.filter(hereIn(call));

const view = (cluster: ManagedCluster): Json => ({
  id: clusterId(cluster),
  name: cluster.name,
  type: 'Microsoft.ContainerService/ManagedClusters',
  location: cluster.location,
  properties: {
    provisioningState: 'Succeeded',
    powerState: { code: 'Running' },
    kubernetesVersion: '1.31.3',
    dnsPrefix: cluster.name,
    fqdn: cluster.fqdn,
    agentPoolProfiles: [{ name: 'agentpool', count: cluster.nodeCount, vmSize: cluster.vmSize, mode: 'System', osType: 'Linux' }],
    nodeResourceGroup: `MC_${cluster.resourceGroup}_${cluster.name}_${cluster.location}`,
  },
});
