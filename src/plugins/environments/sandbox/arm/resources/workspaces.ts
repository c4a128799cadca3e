import type { Json } from '../../../../../core/contracts/index.ts';
import type { Workspace } from '../../state/account.ts';
import { findWorkspace } from '../../world/lookup.ts';
import { workspaceId } from '../../world/resource-ids.ts';
import { type Answer, type Call, hereIn, ok, scopeOf } from '../call.ts';
import { azureTime } from '../times.ts';

/** Of a subscription or a group. */
export const list = (call: Call): Answer => ok({ value: call.world.state.workspaces.filter(hereIn(call)).map((workspace) => view(call, workspace)) });

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
