import type { Json } from '../../../../../core/contracts/index.ts';
import type { ResourceGroup } from '../../state/account.ts';
import { type Answer, type Call, ok, resourceGroupOf, subscriptionOf } from '../call.ts';

export function list(call: Call): Answer {
  const subscriptionId = subscriptionOf(call);
  return ok({ value: call.world.state.resourceGroups.filter((group) => group.subscriptionId === subscriptionId).map(view) });
}

export function get(call: Call): Answer {
  const { subscriptionId, resourceGroup } = resourceGroupOf(call);
  const found = call.world.state.resourceGroups.filter((group) => group.subscriptionId === subscriptionId && group.name === resourceGroup);
  return ok(found.map(view)[0] ?? null);
}

const view = ({ subscriptionId, name, location }: ResourceGroup): Json => ({
  id: `/subscriptions/${subscriptionId}/resourceGroups/${name}`,
  name,
  type: 'Microsoft.Resources/resourceGroups',
  location,
  properties: { provisioningState: 'Succeeded' },
});
