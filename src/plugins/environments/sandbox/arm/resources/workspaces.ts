import type { Json } from '../../../../../core/contracts/index.ts';
import type { Workspace } from '../../state/account.ts';
import { findWorkspace } from '../../world/lookup.ts';
import { sameName, workspaceId } from '../../world/resource-ids.ts';
import { type Answer, type Call, ok, resourceGroupOf, scopeOf, subscriptionOf } from '../call.ts';
import { azureTime } from '../times.ts';

/** Of a subscription or a group. */
export function list(call: Call): Answer {
  const subscriptionId = subscriptionOf(call);
  const group = call.params['group'] === undefined ? undefined : resourceGroupOf(call).resourceGroup;
  const here = call.world.state.workspaces.filter(
    (item) => item.subscriptionId === subscriptionId && (group === undefined || sameName(item.resourceGroup, group)),
  );
  return ok({ value: here.map((workspace) => view(call, workspace)) });
}

export function get(call: Call): Answer {
  const workspace = findWorkspace(call.world.state, scopeOf(call));
  return ok(workspace === undefined ? null : view(call, workspace));
}

function view(call: Call, workspace: Workspace): Json {
  return {
    id: workspaceId({ ...workspace, workspace: workspace.name }),
    name: workspace.name,
    type: 'Microsoft.MachineLearningServices/workspaces',
    location: workspace.location,
    tags: {},
    sku: { name: 'Basic', tier: 'Basic' },
    properties: {
      friendlyName: workspace.name,
      description: '',
      workspaceId: workspace.workspaceId,
      creationTime: azureTime(workspace.createdAt),
      discoveryUrl: `${call.baseUrl}/discovery/workspaces/${workspace.workspaceId}`,
      mlFlowTrackingUri: `azureml://${workspace.location}.api.azureml.ms/mlflow/v1.0${workspaceId({ ...workspace, workspace: workspace.name })}`,
      hbiWorkspace: false,
      publicNetworkAccess: 'Enabled',
      v1LegacyMode: false,
      provisioningState: 'Succeeded',
    },
  };
}
