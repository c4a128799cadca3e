import { describe, expect, it } from 'vitest';
import { poll } from '../../../src/core/wait/poll.ts';
import { virtualClock } from '../../helpers/virtual-clock.ts';

async function collect<T, E>(generator: AsyncGenerator<E, T, void>): Promise<{ events: E[]; value: T }> {
  const events: E[] = [];
  for (;;) {
    const next = await generator.next();
    if (next.done === true) return { events, value: next.value };
    events.push(next.value);
  }
}

describe('poll', () => {
  it('looks until it is so, five hours in no time', async () => {
    const clock = virtualClock();
    const end = clock.now() + 5 * 3_600_000;
    const { events, value } = await collect(
      poll({
        clock,
        signal: new AbortController().signal,
        look: async (attempt) => (clock.now() >= end ? { done: true, value: attempt } : { done: false }),
        pause: () => 300_000,
        event: ({ nextAt }) => nextAt,
      }),
    );
    expect(value).toBe(61);
    expect(events).toHaveLength(60);
    expect(events.at(-1)).toBe(end);
  });

  it('takes a last look at the deadline and none after it', async () => {
    const clock = virtualClock();
    const deadline = clock.now() + 25;
    const looks: number[] = [];
    const { value } = await collect(
      poll({
        clock,
        signal: new AbortController().signal,
        deadline,
        look: async () => {
          looks.push(clock.now());
          return { done: false };
        },
        pause: () => 10,
        event: () => undefined,
      }),
    );
    expect(value).toBeUndefined();
    expect(looks.at(-1)).toBe(deadline);
    expect(looks).toHaveLength(4);
  });

  it('lets a look say when the next one is due', async () => {
    const clock = virtualClock();
    await collect(
      poll({
        clock,
        signal: new AbortController().signal,
        look: async (attempt) => (attempt === 2 ? { done: true, value: true } : { done: false, pauseMs: 7_000 }),
        pause: () => 1,
        event: () => undefined,
      }),
    );
    expect(clock.slept).toEqual([7_000]);
  });

  it('throws the reason of an abort', async () => {
    const controller = new AbortController();
    const reason = new Error('stop');
    const polling = poll({
      clock: virtualClock(),
      signal: controller.signal,
      look: async () => {
        controller.abort(reason);
        return { done: false };
      },
      pause: () => 1,
      event: () => undefined,
    });
    await expect(collect(polling)).rejects.toBe(reason);
  });
});
