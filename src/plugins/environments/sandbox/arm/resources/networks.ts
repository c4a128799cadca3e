import type { Extension } from '../../state/extension.ts';
import { AzureError } from '../../world/azure-error.ts';
import { clusterOf } from '../../world/lookup.ts';
import { isBalanced, isInternal } from '../../world/online-endpoint.ts';
import { sameName } from '../../world/resource-ids.ts';
import { type Answer, type Call, ok, param, subscriptionOf } from '../call.ts';

/** The public addresses in a cluster's node resource group: Kubernetes tags each with the service that it belongs to. */
export function publicAddresses(call: Call): Answer {
  const value = frontEndsIn(call).flatMap(({ extension, group }) =>
    isInternal(extension)
      ? []
      : [
          {
            id: `${group}/providers/Microsoft.Network/publicIPAddresses/kubernetes-${extension.name}`,
            name: `kubernetes-${extension.name}`,
            tags: { 'k8s-azure-service': 'azureml/azureml-fe' },
            properties: { ipAddress: extension.publicIp, provisioningState: 'Succeeded' },
          },
        ],
  );
  return ok({ value });
}

/** The load balancers there; the internal one has the private addresses of services. */
export function loadBalancers(call: Call): Answer {
  const internal = frontEndsIn(call).filter(({ extension }) => isInternal(extension));
  const configurations = internal.map(({ extension }) => ({ name: extension.name, properties: { privateIPAddress: extension.privateIp } }));
  return ok({ value: configurations.length === 0 ? [] : [{ name: 'kubernetes-internal', properties: { frontendIPConfigurations: configurations } }] });
}

function frontEndsIn(call: Call): { readonly extension: Extension; readonly group: string }[] {
  const subscription = subscriptionOf(call);
  const name = param(call, 'group');
  const clusters = call.world.state.managedClusters.filter((cluster) => sameName(`MC_${cluster.resourceGroup}_${cluster.name}_${cluster.location}`, name));
  if (clusters.length === 0) throw new AzureError(404, 'ResourceGroupNotFound', `Resource group '${name}' could not be found.`);
  return call.world.state.extensions
    .filter((extension) => extension.ready && isBalanced(extension) && clusters.includes(clusterOf(call.world.state, extension.clusterId) as never))
    .map((extension) => ({ extension, group: `/subscriptions/${subscription}/resourceGroups/${name}` }));
}
