import type { Context, DnsPlugin, DnsRecord, Outcome, RunEvent } from '../contracts/index.ts';
import { type Made, readReceipt } from '../dns/receipt.ts';
import { say, value } from '../text/say.ts';
import { applyChanges } from './apply-changes.ts';
import type { JournalEntry } from './journal.ts';
import type { Record as Kept } from './store.ts';
import { failedOutcome, withOutcome } from './with-outcome.ts';

/** The record sets that were made here and not taken back since, by what the journal's receipts say; the newest of each name and type. */
export function madeRecords(entries: readonly JournalEntry[]): readonly Made[] {
  const made = new Map<string, Made>();
  for (const { type, change = '', receipt } of entries) {
    const [, undone, set] = /^dns:(remove\/)?((?:A|AAAA|CNAME|TXT)\/.+)$/.exec(change) ?? [];
    if (type !== 'receipt' || set === undefined) continue;
    const read = receipt === undefined ? undefined : readReceipt(receipt);
    if (undone !== undefined) made.delete(set);
    // What stood there before the first of several changes is what comes back.
    else if (read !== undefined) made.set(set, { ...read, before: made.get(set)?.before ?? read.before });
  }
  return [...made.values()];
}

export interface TakingBack {
  readonly context: Context;
  readonly kept: Kept;
  readonly dns: DnsPlugin;
  readonly made: readonly Made[];
}

/** Has the plugin take back what it made, where it still is as it was left; what stood there before comes back. The last event is the outcome. */
export async function* takeBack({ context, kept, dns, made }: TakingBack): AsyncGenerator<RunEvent, void, void> {
  yield* withOutcome(context, async function* (): AsyncGenerator<RunEvent, Outcome, void> {
    await using _lock = await kept.lock();
    const journal = await kept.journal();
    let changed = false;
    for (const { records, before } of made) {
      const changes = (await dns.undo?.(records, context, before)) ?? [];
      if (changes.length === 0) yield { type: 'note', level: 'info', text: gone(records) };
      const applied = yield* applyChanges(changes, { context, journal, wait: true, deadline: undefined });
      if (applied.type === 'failed') return failedOutcome(applied.problem, changed);
      changed ||= applied.type === 'done' && applied.changed;
    }
    return { type: 'outcome', status: changed ? 'done' : 'unchanged', exitCode: 0, changed };
  });
}

function gone(records: readonly DnsRecord[]) {
  return say(
    '{records} is not there any more, or somebody has changed it: left as it is.',
    '{records} は既に存在しないか変更されているため、そのままにします。',
    {
      records: value(records.map(({ name, type, data }) => `${name} ${type} ${data}`).join(', ')),
    },
  );
}
