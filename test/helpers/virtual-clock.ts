import type { Clock } from '../../src/core/contracts/index.ts';

/** A clock that stands still until somebody sleeps, and then jumps: hours pass in no time. */
export function virtualClock(start = Date.parse('2026-11-24T00:00:00Z')): Clock & { slept: number[] } {
  let now = start;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    async sleep(ms, signal) {
      signal.throwIfAborted();
      slept.push(ms);
      now += ms;
    },
  };
}
