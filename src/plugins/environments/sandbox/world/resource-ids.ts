import type { ConnectedCluster, ManagedCluster } from '../state/account.ts';
import type { Scope } from '../state/values.ts';

/** Names in ARM paths compare without case. */
export const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

export const workspaceId = (scope: Scope): string =>
  `/subscriptions/${scope.subscriptionId}/resourceGroups/${scope.resourceGroup}/providers/Microsoft.MachineLearningServices/workspaces/${scope.workspace}`;

export const computeId = (compute: Scope & { readonly name: string }): string => `${workspaceId(compute)}/computes/${compute.name}`;

export const serviceId = (service: Scope & { readonly name: string }): string => `${workspaceId(service)}/services/${service.name}`;

/** Spelt as the workspace service gives it back: `resourcegroups` in lower case. */
export const clusterId = (cluster: Pick<ManagedCluster, 'subscriptionId' | 'resourceGroup' | 'name'>): string =>
  `/subscriptions/${cluster.subscriptionId}/resourcegroups/${cluster.resourceGroup}/providers/Microsoft.ContainerService/managedClusters/${cluster.name}`;

export const arcClusterId = (cluster: Pick<ConnectedCluster, 'subscriptionId' | 'resourceGroup' | 'name'>): string =>
  `/subscriptions/${cluster.subscriptionId}/resourceGroups/${cluster.resourceGroup}/providers/Microsoft.Kubernetes/connectedClusters/${cluster.name}`;

export function inScope(item: Scope, scope: Scope): boolean {
  return sameName(item.subscriptionId, scope.subscriptionId) && sameName(item.resourceGroup, scope.resourceGroup) && sameName(item.workspace, scope.workspace);
}
