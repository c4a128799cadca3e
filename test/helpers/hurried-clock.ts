import type { Clock } from '../../src/core/contracts/index.ts';

/** The wall clock, on which every sleep is over after a moment: for waits on programs that run in real time. */
export function hurriedClock(): Clock & { skip(ms: number): void } {
  const MOMENT_MS = 15;
  let skipped = 0;
  return {
    now: () => Date.now() + skipped,
    async sleep(ms, signal) {
      signal.throwIfAborted();
      await new Promise((resolve) => setTimeout(resolve, Math.min(ms, MOMENT_MS)));
      skipped += Math.max(0, ms - MOMENT_MS);
    },
    skip(ms) {
      skipped += ms;
    },
  };
}
