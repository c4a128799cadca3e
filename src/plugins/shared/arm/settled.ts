import type { ChangeEvent, Context, Text } from '../../../core/contracts/index.ts';
import type { ProblemError } from '../../../core/problems/problem-error.ts';
import { poll } from '../../../core/wait/poll.ts';

export interface Settling<T> {
  /** Of the wait's events. */
  readonly id: string;
  /** What completes "Waiting for …". */
  readonly what: Text;
  readonly pauseMs: number;
  readonly limitMs: number;
  readonly look: () => Promise<T>;
  readonly settled: (seen: T) => boolean;
  /** The service's own word for what goes on. */
  readonly stateOf: (seen: T) => string;
  readonly stillBusy: (state: string) => ProblemError;
}

/** The resource once nothing is going on any more: whoever's operation it is, it is waited for and not fought. @throws what `stillBusy` makes */
export async function* whenSettled<T>(settling: Settling<T>, { env: { clock }, signal }: Context): AsyncGenerator<ChangeEvent, T, void> {
  let state = '';
  const result = yield* poll<{ readonly seen: T }, ChangeEvent>({
    clock,
    signal,
    deadline: clock.now() + settling.limitMs,
    async look() {
      const seen = await settling.look();
      state = settling.stateOf(seen);
      return settling.settled(seen) ? { done: true, value: { seen } } : { done: false };
    },
    pause: () => settling.pauseMs,
    event: ({ attempt, startedAt, nextAt }) => ({
      type: 'wait',
      id: settling.id,
      for: settling.what,
      attempt,
      startedAt,
      nextAt,
      deadline: startedAt + settling.limitMs,
      seen: state,
    }),
  });
  if (result === undefined) throw settling.stillBusy(state);
  return result.seen;
}
