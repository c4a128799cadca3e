import type { Json } from '../../../../../core/contracts/index.ts';
import type { Subscription } from '../../state/account.ts';
import { type Answer, type Call, ok, subscriptionOf } from '../call.ts';

export const list = (call: Call): Answer => ok({ value: call.world.state.subscriptions.map(view) });

export function get(call: Call): Answer {
  const id = subscriptionOf(call);
  return ok(call.world.state.subscriptions.filter((item) => item.subscriptionId === id).map(view)[0] ?? null);
}

const view = ({ subscriptionId, displayName, tenantId }: Subscription): Json => ({
  id: `/subscriptions/${subscriptionId}`,
  subscriptionId,
  tenantId,
  displayName,
  state: 'Enabled',
  authorizationSource: 'RoleBased',
});
