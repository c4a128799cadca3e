import { type Context, type Listed, listAll, type Suggestions, suggestFrom, textAnswer, textOf } from 'amltls/plugin';
import { API, ARC, parseClusterId } from './cluster.ts';
import { readable } from './readable.ts';

/** The clusters of the subscription by their ids: AKS first, then the Arc-enabled ones. */
export function suggestClusters(context: Context): Promise<Suggestions> {
  const subscriptionId = textAnswer(context.answers, 'azure.subscriptionId') ?? '';
  return suggestFrom(context, async (inventory) => {
    const [aks, arc] = await Promise.all([inventory.clusters({ subscriptionId }, context.signal), arcClusters(subscriptionId, context)]);
    return [...aks, ...arc];
  });
}

// A subscription that has nothing of Arc often refuses the listing: its provider is not registered.
async function arcClusters(subscriptionId: string, { env, signal }: Context): Promise<readonly Listed[]> {
  const path = `/subscriptions/${encodeURIComponent(subscriptionId)}/providers/${ARC}`;
  const found = await readable(listAll(env.arm, { path, apiVersion: API[ARC] }, signal));
  return found.flatMap((item) => {
    const ref = parseClusterId(textOf(item['id']) ?? '');
    return ref === undefined ? [] : [{ value: ref.id, label: ref.name, detail: ['Arc', ref.resourceGroup, textOf(item['location'])].join(', ') }];
  });
}
