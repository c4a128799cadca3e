import type { ConnectedCluster, ManagedCluster, Workspace } from '../state/account.ts';
import type { Compute } from '../state/compute.ts';
import type { AksService, Service } from '../state/service.ts';
import type { Scope } from '../state/values.ts';
import type { WorldState } from '../state/world-state.ts';
import { arcClusterId, clusterId, inScope, sameName } from './resource-ids.ts';

/** @param id ARM id, any case */
export const clusterOf = (state: WorldState, id: string): ManagedCluster | undefined =>
  state.managedClusters.find((cluster) => sameName(clusterId(cluster), id));

/** A cluster that extensions can be on: AKS or Arc-enabled. @param id ARM id, any case */
export const kubernetesOf = (state: WorldState, id: string): ManagedCluster | ConnectedCluster | undefined =>
  clusterOf(state, id) ?? state.connectedClusters.find((cluster) => sameName(arcClusterId(cluster), id));

/** ARM id of a cluster by its name alone, as a seed or the control endpoint has it. */
export function kubernetesIdOf(state: WorldState, name: string): string | undefined {
  const aks = state.managedClusters.find((cluster) => sameName(cluster.name, name));
  if (aks !== undefined) return clusterId(aks);
  const arc = state.connectedClusters.find((cluster) => sameName(cluster.name, name));
  return arc === undefined ? undefined : arcClusterId(arc);
}

export const findCompute = (state: WorldState, scope: Scope, name: string): Compute | undefined =>
  state.computes.find((compute) => inScope(compute, scope) && sameName(compute.name, name));

export const findService = (state: WorldState, scope: Scope, name: string): Service | undefined =>
  state.services.find((service) => inScope(service, scope) && sameName(service.name, name));

export const servicesOn = (state: WorldState, compute: Compute): AksService[] =>
  state.services.filter((service) => service.kind === 'AKS').filter((service) => inScope(service, compute) && sameName(service.computeName, compute.name));

export const findWorkspace = (state: WorldState, scope: Scope): Workspace | undefined =>
  state.workspaces.find(
    (item) => sameName(item.subscriptionId, scope.subscriptionId) && sameName(item.resourceGroup, scope.resourceGroup) && sameName(item.name, scope.workspace),
  );
