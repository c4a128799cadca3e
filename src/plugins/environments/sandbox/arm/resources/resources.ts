import type { JsonObject } from '../../../../../core/contracts/index.ts';
import { badRequest } from '../../world/azure-error.ts';
import { arcClusterId, clusterId, sameName, workspaceId } from '../../world/resource-ids.ts';
import { type Answer, type Call, hereIn, ok } from '../call.ts';

const BY_TYPE = /resourceType\s+eq\s+'([^']*)'/i;

/** The generic list, of a subscription or a group; of its filter language `resourceType eq '…'` is understood. */
export function listResources(call: Call): Answer {
  const { state } = call.world;
  const here = hereIn(call);
  const all = [
    ...state.managedClusters.filter(here).map((cluster) => view(clusterId(cluster), cluster, 'Microsoft.ContainerService/managedClusters')),
    ...state.connectedClusters.filter(here).map((cluster) => view(arcClusterId(cluster), cluster, 'Microsoft.Kubernetes/connectedClusters')),
    ...state.workspaces
      .filter(here)
      .map((workspace) => view(workspaceId({ ...workspace, workspace: workspace.name }), workspace, 'Microsoft.MachineLearningServices/workspaces')),
  ];
  const type = wantedType(call);
  return ok({ value: type === undefined ? all : all.filter((resource) => sameName(String(resource['type']), type)) });
}

function wantedType(call: Call): string | undefined {
  const filter = call.query.get('$filter');
  if (filter === null) return undefined;
  const type = BY_TYPE.exec(filter)?.[1];
  if (type === undefined) throw badRequest(`The filter '${filter}' is not supported.`);
  return type;
}

const view = (id: string, { name, location }: { readonly name: string; readonly location: string }, type: string): JsonObject => ({ id, name, type, location });
