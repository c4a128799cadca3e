import type { ChangeEvent, Context, Text } from '../../../core/contracts/index.ts';
import { poll } from '../../../core/wait/poll.ts';

const FIRST_MS = 2_000;
const LONGEST_MS = 15_000;
const PATIENCE_MS = 15 * 60_000;

/** Looks until the authority is done; undefined when the patience is at its end. */
export async function* untilDone<T>(
  { env, signal }: Context,
  what: Text,
  look: () => Promise<T | undefined>,
): AsyncGenerator<ChangeEvent, T | undefined, void> {
  const { clock } = env;
  const deadline = clock.now() + PATIENCE_MS;
  return yield* poll<T, ChangeEvent>({
    clock,
    signal,
    deadline,
    async look() {
      const value = await look();
      return value === undefined ? { done: false } : { done: true, value };
    },
    pause: (_, attempt) => Math.min(LONGEST_MS, FIRST_MS * attempt),
    event: ({ attempt, startedAt, nextAt }) => ({ type: 'wait', id: 'certificate:acme-authority', for: what, attempt, startedAt, nextAt, deadline }),
  });
}
