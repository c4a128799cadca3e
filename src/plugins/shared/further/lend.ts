import type { Change, Context, DnsPlugin } from '../../../core/contracts/index.ts';

/**
 * The profile's DNS plugin in the hands of a further one that proves names by records: it works with the context of the profile whatever comes back
 * over the thread, so that its answers and secrets stay with it.
 */
export function lend({ ready, plan, undo, ...dns }: DnsPlugin, context: Context): DnsPlugin {
  const ours = (change: Change): Change => ({ ...change, apply: (_theirs, pending) => change.apply(context, pending) });
  return {
    ...dns,
    questions: [],
    ...(ready === undefined ? {} : { ready: () => ready(context) }),
    plan: async (records) => (await plan(records, context)).map(ours),
    ...(undo === undefined ? {} : { undo: async (records, _theirs, before) => (await undo(records, context, before)).map(ours) }),
  };
}
