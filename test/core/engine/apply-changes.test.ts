import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Change, ChangeEvent, Context, Effect, Json, Pending, RunEvent } from '../../../src/core/contracts/index.ts';
import { type Applied, applyChanges } from '../../../src/core/engine/apply-changes.ts';
import { type Journal, openJournal } from '../../../src/core/engine/journal.ts';
import { ProblemError } from '../../../src/core/problems/problem-error.ts';
import { createFiles } from '../../../src/plugins/shared/local/index.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { virtualClock } from '../../helpers/virtual-clock.ts';

type Apply = (context: Context, pending?: Pending) => AsyncGenerator<ChangeEvent, Json, void>;
const change = (id: string, apply: Apply, effect: Effect = 'update'): Change => ({ id, step: 'deploy', title: id, effect, apply });
const wait = (nextAt: number): ChangeEvent => ({ type: 'wait', id: 'w', for: 'it', attempt: 1, startedAt: 0, nextAt });

async function setUp(): Promise<{ context: Context; journal: Journal; controller: AbortController; path: string }> {
  const path = join(await tempFolder(), 'journal.ndjson');
  const controller = new AbortController();
  // Only the clock and the signal of a context are touched by the loop itself.
  const context = { env: { clock: virtualClock(0) }, signal: controller.signal } as unknown as Context;
  return { context, controller, path, journal: await openJournal(createFiles(), path) };
}

async function play(generator: AsyncGenerator<RunEvent, Applied, void>): Promise<{ events: RunEvent[]; applied: Applied }> {
  const events: RunEvent[] = [];
  for (;;) {
    const next = await generator.next();
    if (next.done === true) return { events, applied: next.value };
    events.push(next.value);
  }
}

describe('applying changes', () => {
  it('journals the intent before the work and the receipt before the next change', async () => {
    const { context, journal } = await setUp();
    const order: string[] = [];
    const one = change('one', async function* () {
      order.push(`one:${journal.entries().map((entry) => entry.type)}`);
      return { id: 1 };
    });
    const two = change('two', async function* () {
      order.push(`two:${journal.entries().map((entry) => entry.type)}`);
      return null;
    });
    const { applied } = await play(applyChanges([one, two], { context, journal, wait: true, deadline: undefined }));
    expect(applied).toEqual({ type: 'done', changed: true });
    expect(order).toEqual(['one:intent', 'two:intent,receipt,intent']);
  });

  it('changes nothing where nothing is to be done', async () => {
    const { context, journal } = await setUp();
    const never = change('none', () => expect.unreachable(), 'none');
    const { events, applied } = await play(applyChanges([never], { context, journal, wait: true, deadline: undefined }));
    expect(applied).toEqual({ type: 'done', changed: false });
    expect(events).toEqual([{ type: 'change', id: 'none', step: 'deploy', title: 'none', state: 'skipped' }]);
    expect(journal.entries()).toEqual([]);
  });

  it('says of the wait for the operation, and of no other, how long the plan said it would take', async () => {
    const { context, journal } = await setUp();
    const usual = (events: readonly RunEvent[]) => events.flatMap((event) => (event.type === 'wait' ? [[event.id, event.expectedMs]] : []));
    const one: Change = {
      ...change('one', async function* (_context, pending) {
        if (pending === undefined) yield { type: 'operation', id: 'w', url: 'https://example/op/1' };
        yield wait(1);
        yield { ...wait(2), id: 'another' };
        yield { ...wait(3), expectedMs: 7 };
        if (pending === undefined) throw new ProblemError({ code: 'operation-unobserved', owner: 'service', message: 'x', next: [] });
        return null;
      }),
      expectedMs: 600_000,
    };
    const run = { context, journal, wait: true, deadline: undefined };
    const expected = [
      ['w', 600_000],
      ['another', undefined],
      ['w', 7],
    ];
    expect(usual((await play(applyChanges([one], run))).events)).toEqual(expected);
    expect(usual((await play(applyChanges([one], run))).events)).toEqual(expected);
  });

  it('hands an unfinished operation of an earlier run to the change instead of beginning anew', async () => {
    const { context, journal, path } = await setUp();
    const url = 'https://example/op/1';
    const begun = change('c', async function* () {
      yield { type: 'operation', id: 'c', url };
      return null;
    });
    const left = await play(applyChanges([begun], { context, journal, wait: false, deadline: undefined }));
    expect(left.applied).toEqual({ type: 'left', why: 'no-wait' });

    const again = await openJournal(createFiles(), path);
    let handed: Pending | undefined;
    const resumed = change('c', async function* (_, pending) {
      handed = pending;
      return null;
    });
    await play(applyChanges([resumed], { context, journal: again, wait: true, deadline: undefined }));
    expect(handed).toEqual({ startedAt: 0, operation: url });
    expect(again.entries().filter((entry) => entry.type === 'intent')).toHaveLength(1);
    expect(again.pending('c')).toBeUndefined();
  });

  it('leaves a wait that would pass the deadline to the next run', async () => {
    const { context, journal } = await setUp();
    const slow = change('slow', async function* () {
      yield wait(10);
      yield wait(200);
      return null;
    });
    const { applied, events } = await play(applyChanges([slow], { context, journal, wait: true, deadline: 100 }));
    expect(applied).toEqual({ type: 'left', why: 'timeout' });
    expect(events.filter((event) => event.type === 'wait')).toHaveLength(2);
    expect(journal.pending('slow')).toEqual({ startedAt: 0 });
  });

  it('stops at the first failure and says which', async () => {
    const { context, journal } = await setUp();
    const problem = { code: 'refused', owner: 'service', message: 'no', next: ['ask'] } as const;
    const broken = change('broken', async function* () {
      throw new ProblemError(problem);
    });
    const after = change('after', () => expect.unreachable());
    const { applied, events } = await play(applyChanges([broken, after], { context, journal, wait: true, deadline: undefined }));
    expect(applied).toEqual({ type: 'failed', problem });
    expect(events.at(-1)).toMatchObject({ state: 'failed', problem });
    expect(journal.pending('broken')).toBeUndefined();
  });

  it('keeps the change open when somebody stops the program', async () => {
    const { context, journal, controller } = await setUp();
    const stopped = change('stopped', async function* ({ signal }) {
      controller.abort(new Error('stop'));
      signal.throwIfAborted();
      return null;
    });
    await expect(play(applyChanges([stopped], { context, journal, wait: true, deadline: undefined }))).rejects.toThrow('stop');
    expect(journal.pending('stopped')).toEqual({ startedAt: 0 });
  });

  it('keeps secrets out of receipts', async () => {
    const { context, journal } = await setUp();
    const leaky = change('leaky', async function* () {
      return { sslKey: '-----BEGIN PRIVATE KEY-----\nMIG\n-----END PRIVATE KEY-----' };
    });
    const { events } = await play(applyChanges([leaky], { context, journal, wait: true, deadline: undefined }));
    expect(JSON.stringify([events, journal.entries()])).not.toContain('MIG');
  });
});
