import type { Change, Context, Problem, RunEvent, WaitEvent } from '../contracts/index.ts';
import { isAbort, toProblem } from '../problems/to-problem.ts';
import { redactJson } from '../redact/redact.ts';
import type { Journal } from './journal.ts';

const STAYS_OPEN = new Set(['operation-unobserved', 'operation-timeout', 'answer-lost']);

/** True where the service goes on with it, or may have begun: whatever is true, the next run asks before it sends. */
export function staysOpen({ code }: Problem): boolean {
  return STAYS_OPEN.has(code);
}

export interface Applying {
  readonly context: Context;
  readonly journal: Journal;
  /** false: leave a long-running operation to the next run as soon as the service has taken it. */
  readonly wait: boolean;
  /** ms since the epoch of the environment's clock; a wait beyond it is left to the next run. */
  readonly deadline: number | undefined;
}

export type Applied =
  | { readonly type: 'done'; readonly changed: boolean }
  | { readonly type: 'left'; readonly why: 'no-wait' | 'timeout' }
  | { readonly type: 'failed'; readonly problem: Problem };

/** Applies changes in order: intent on the disk, the work, receipt on the disk, the next. Stops at the first that fails. Throws the signal's reason. */
export async function* applyChanges(changes: readonly Change[], run: Applying): AsyncGenerator<RunEvent, Applied, void> {
  let changed = false;
  for (const change of changes) {
    run.context.signal.throwIfAborted();
    if (change.effect === 'none') {
      yield* settle(change, run);
      continue;
    }
    const applied = yield* applyOne(change, run);
    if (applied.type !== 'done') return applied;
    changed = true;
  }
  return { type: 'done', changed };
}

// The service is right: what the journal holds as unfinished is finished where nothing is left to do.
async function* settle(change: Change, { context, journal }: Applying): AsyncGenerator<RunEvent, void, void> {
  if (journal.pending(change.id) !== undefined) await journal.append({ at: context.env.clock.now(), type: 'receipt', change: change.id });
  yield { type: 'change', id: change.id, step: change.step, title: change.title, state: 'skipped' };
}

async function* applyOne(change: Change, run: Applying): AsyncGenerator<RunEvent, Applied, void> {
  const { context, journal } = run;
  const about = { type: 'change', id: change.id, step: change.step, title: change.title } as const;
  const pending = journal.pending(change.id);
  if (pending === undefined) await journal.append({ at: context.env.clock.now(), type: 'intent', change: change.id });
  yield { ...about, state: 'started' };
  const work = change.apply(context, pending);
  let operation: string | undefined;
  try {
    for (;;) {
      const next = await work.next();
      if (next.done === true) {
        const receipt = redactJson(next.value);
        await journal.append({ at: context.env.clock.now(), type: 'receipt', change: change.id, receipt: structuredClone(receipt) as never });
        yield { ...about, state: 'done', receipt };
        return { type: 'done', changed: true };
      }
      const event = next.value;
      if (event.type === 'operation') {
        operation = event.id;
        await journal.append({
          at: context.env.clock.now(),
          type: 'operation',
          change: change.id,
          url: event.url,
          ...(event.requestId === undefined ? {} : { requestId: event.requestId }),
        });
      }
      // What an earlier run began is what is waited for first.
      if (event.type === 'wait' && pending?.operation !== undefined) operation ??= event.id;
      yield event.type === 'wait' && event.id === operation ? withUsual(event, change) : event;
      const left = leaves(event, run);
      if (left !== undefined) {
        await work.return(null);
        return { type: 'left', why: left };
      }
    }
  } catch (thrown) {
    if (isAbort(thrown, context.signal)) throw thrown;
    const problem = toProblem(thrown);
    if (!staysOpen(problem)) {
      await journal.append({ at: context.env.clock.now(), type: 'failed', change: change.id, problem: problem.code });
    }
    yield { ...about, state: 'failed', problem };
    return { type: 'failed', problem };
  }
}

/** The wait for the operation itself says how long the plan said it would take. */
function withUsual(event: WaitEvent, { expectedMs }: Change): WaitEvent {
  return event.expectedMs !== undefined || expectedMs === undefined ? event : { ...event, expectedMs };
}

function leaves(event: RunEvent, run: Applying): 'no-wait' | 'timeout' | undefined {
  if ((event.type === 'operation' || (event.type === 'wait' && event.byHand === true)) && !run.wait) return 'no-wait';
  if (event.type === 'wait' && run.deadline !== undefined && event.nextAt > run.deadline) return 'timeout';
  return undefined;
}
