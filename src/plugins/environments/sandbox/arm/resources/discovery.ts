import { AzureError } from '../../world/azure-error.ts';
import { sameName } from '../../world/resource-ids.ts';
import { type Answer, type Call, ok, param } from '../call.ts';

/** The map of service name to host (facts.md 3.1): here they are all one. */
export function discover(call: Call): Answer {
  const id = param(call, 'workspaceId');
  if (!call.world.state.workspaces.some((workspace) => sameName(workspace.workspaceId, id))) {
    throw new AzureError(404, 'WorkspaceNotFound', `The workspace ${id} could not be found.`);
  }
  return ok({ api: call.baseUrl, modelmanagement: call.baseUrl });
}
