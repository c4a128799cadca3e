import type { Change, Outcome, RunEvent } from '../contracts/index.ts';
import { type Applied, applyChanges, staysOpen } from '../engine/apply-changes.ts';
import type { Journal } from '../engine/journal.ts';
import type { Parts } from '../engine/parts.ts';
import { failedOutcome } from '../engine/with-outcome.ts';
import { type OpenWait, stillOpen } from '../wait/open-wait.ts';
import { leftOpen } from './left-open.ts';

interface Asked {
  readonly wait: OpenWait;
  /** Asked for in this run: nothing can have changed yet. */
  readonly fresh: boolean;
}

/**
 * Sends the request, unless the wait says that the service has it. What was served before is on the disk before the request goes
 * out: whoever takes up the wait can compare.
 */
export async function* askForRenewal(
  { parts, changes, wait }: { readonly parts: Parts; readonly changes: readonly Change[]; readonly wait: OpenWait },
  how: { readonly wait: boolean; readonly deadline: number | undefined },
): AsyncGenerator<RunEvent, Asked | Outcome, void> {
  const { context, kept } = parts;
  await using _lock = await kept.lock();
  // Since it was prepared another process may have asked.
  const open = stillOpen(await kept.waits.get('renewal'), context.env.clock.now()) ?? wait;
  if (open.askedAt !== null) return { wait: open, fresh: false };
  await kept.waits.put(open);
  const journal = await kept.journal();
  const taken = takenAt(changes, journal, open);
  if (taken !== undefined) {
    const known = { ...open, askedAt: taken };
    await kept.waits.put(known);
    return { wait: known, fresh: false };
  }
  await closeOlder(changes, journal, open, context.env.clock.now());
  yield { type: 'step', step: 'deploy', state: 'started' };
  const applied = yield* applyChanges(changes, { context, journal, ...how });
  if (applied.type !== 'done') return yield* stopped(applied, parts, open);
  const asked = { ...open, askedAt: context.env.clock.now() };
  await kept.waits.put(asked);
  yield { type: 'step', step: 'deploy', state: 'done' };
  return { wait: asked, fresh: true };
}

// A process may die between the receipt and the note of it in the wait. ms since the epoch; undefined where the journal has none.
function takenAt(changes: readonly Change[], journal: Journal, { startedAt }: OpenWait): number | undefined {
  const receipts = changes.map(({ id }) => journal.entries().findLast(({ type, change, at }) => type === 'receipt' && change === id && at >= startedAt)?.at);
  const known = receipts.filter((at) => at !== undefined);
  return known.length > 0 && known.length === receipts.length ? Math.max(...known) : undefined;
}

// A request of an earlier renewal, whose time is over, is no answer to this one.
async function closeOlder(changes: readonly Change[], journal: Journal, { startedAt }: OpenWait, at: number): Promise<void> {
  for (const { id } of changes) {
    const pending = journal.pending(id);
    if (pending !== undefined && pending.startedAt < startedAt) await journal.append({ at, type: 'skipped', change: id });
  }
}

async function* stopped(applied: Exclude<Applied, { type: 'done' }>, { kept }: Parts, wait: OpenWait): AsyncGenerator<RunEvent, Outcome, void> {
  if (applied.type === 'left') return leftOpen(wait, { changed: true, exitCode: applied.why === 'timeout' ? 3 : 0 });
  if (!staysOpen(applied.problem)) await kept.waits.close('renewal');
  yield { type: 'step', step: 'deploy', state: 'failed' };
  return failedOutcome(applied.problem);
}
