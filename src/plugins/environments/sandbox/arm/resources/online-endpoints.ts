import { onlineEndpoint } from '../../world/online-endpoint.ts';
import { sameName, workspaceId } from '../../world/resource-ids.ts';
import { type Answer, type Call, ok, scopeOf } from '../call.ts';

/** Online endpoints of v2: those on clusters with the extension. */
export function list(call: Call): Answer {
  const scope = scopeOf(call);
  const here = call.world.state.extensions.filter((extension) => extension.ready && sameName(extension.clusterId.split('/')[2] ?? '', scope.subscriptionId));
  const value = here.map(onlineEndpoint).map(({ name, scoringUri }) => ({
    id: `${workspaceId(scope)}/onlineEndpoints/${name}`,
    name,
    type: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints',
    properties: { authMode: 'Key', provisioningState: 'Succeeded', scoringUri },
  }));
  return ok({ value });
}
