import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../../../core/contracts/index.ts';

// Timers overflow at 2^31 ms and stand still while a laptop sleeps: short naps that look at the time again do neither.
const LONGEST_NAP_MS = 30_000;

/** The wall clock of this machine. A sleep that a suspended machine slept through ends when it wakes. */
export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    signal.throwIfAborted();
    const wallEnd = Date.now() + ms;
    const steadyEnd = performance.now() + ms;
    for (;;) {
      // Whichever clock is ahead decides: the wall clock may be set back, the steady one may pause.
      const left = Math.min(wallEnd - Date.now(), steadyEnd - performance.now());
      if (!(left > 0)) return;
      await delay(Math.min(Math.ceil(left), LONGEST_NAP_MS), undefined, { signal }).catch((error: unknown) => {
        signal.throwIfAborted();
        throw error;
      });
    }
  },
};
