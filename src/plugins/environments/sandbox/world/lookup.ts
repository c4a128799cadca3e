import type { ManagedCluster, Workspace } from '../state/account.ts';
import type { Compute } from '../state/compute.ts';
import type { AksService, Service } from '../state/service.ts';
import type { Scope } from '../state/values.ts';
import type { WorldState } from '../state/world-state.ts';
import { clusterId, inScope, sameName } from './resource-ids.ts';

/** @param id ARM id, any case */
export const clusterOf = (state: WorldState, id: string): ManagedCluster | undefined =>
  state.managedClusters.find((cluster) => sameName(clusterId(cluster), id));

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
