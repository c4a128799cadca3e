import type { Json } from '../../../../../core/contracts/index.ts';
import type { ConnectedCluster } from '../../state/account.ts';
import { notFound } from '../../world/azure-error.ts';
import { arcClusterId, sameName } from '../../world/resource-ids.ts';
import { type Answer, type Call, hereIn, ok, param } from '../call.ts';

/** Arc-enabled clusters (Microsoft.Kubernetes/connectedClusters), of a subscription or a group. */
export const list = (call: Call): Answer => ok({ value: clustersHere(call).map(view) });

export function get(call: Call): Answer {
  const name = param(call, 'arcCluster');
  const cluster = clustersHere(call).find((item) => sameName(item.name, name));
  if (cluster === undefined) throw notFound(`Microsoft.Kubernetes/connectedClusters/${name}`, param(call, 'group'));
  return ok(view(cluster));
}

const clustersHere = (call: Call): ConnectedCluster[] => call.world.state.connectedClusters.filter(hereIn(call));

// The fields of the resource type's description; which distribution and versions it tells is made up.
const view = (cluster: ConnectedCluster): Json => ({
  id: arcClusterId(cluster),
  name: cluster.name,
  type: 'microsoft.kubernetes/connectedclusters',
  location: cluster.location,
  identity: { type: 'SystemAssigned' },
  properties: {
    provisioningState: 'Succeeded',
    connectivityStatus: 'Connected',
    distribution: 'k3s',
    infrastructure: 'generic',
    kubernetesVersion: '1.31.3',
    agentVersion: '1.20.3',
    totalNodeCount: cluster.nodeCount,
    totalCoreCount: 4 * cluster.nodeCount,
  },
});
