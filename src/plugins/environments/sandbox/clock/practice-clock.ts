import type { Clock } from '../../../../core/contracts/index.ts';
import type { ClockBase } from '../state/world-state.ts';

/** The practice time at a wall time, both ms since the epoch. It runs on while every process is closed, and never backwards. */
export function practiceTime(base: ClockBase, wall: number): number {
  return Math.round(base.practiceAt + Math.max(0, wall - base.wallAt) * base.speed);
}

export interface PracticeClock extends Clock {
  /** The line it runs on; whoever has it knows the same time. */
  base(): ClockBase;
  /** Puts it on another line: another speed, a jump, or what the host says. Sleepers are woken where their time has come. */
  rebase(base: ClockBase): void;
  /** Jumps ahead by `ms` of practice time. */
  advance(ms: number): void;
  /** Called after every rebase and jump. */
  onChange(listener: () => void): Disposable;
}

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
  timer: NodeJS.Timeout | undefined;
}

// setTimeout fires at once beyond this.
const LONGEST_TIMER = 2 ** 31 - 1;

/** @param wall the machine's clock, ms since the epoch; another one in tests */
export function createPracticeClock(initial: ClockBase, wall: () => number = Date.now): PracticeClock {
  const sleepers = new Set<Sleeper>();
  const listeners = new Set<() => void>();
  let base = initial;

  const now = () => practiceTime(base, wall());

  function arm(sleeper: Sleeper): void {
    clearTimeout(sleeper.timer);
    const left = sleeper.until - now();
    if (left <= 0) sleeper.wake();
    else sleeper.timer = setTimeout(() => arm(sleeper), Math.min(Math.ceil(left / base.speed), LONGEST_TIMER));
  }

  function rebase(next: ClockBase): void {
    base = next;
    for (const sleeper of [...sleepers]) arm(sleeper);
    for (const listener of [...listeners]) listener();
  }

  return {
    now,
    base: () => base,
    rebase,
    advance: (ms) => rebase({ ...base, practiceAt: now() + Math.round(ms), wallAt: wall() }),
    onChange(listener) {
      listeners.add(listener);
      return { [Symbol.dispose]: () => listeners.delete(listener) };
    },
    async sleep(ms, signal) {
      signal.throwIfAborted();
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const sleeper: Sleeper = { until: now() + ms, wake: resolve, timer: undefined };
      const onAbort = () => reject(signal.reason);
      signal.addEventListener('abort', onAbort, { once: true });
      sleepers.add(sleeper);
      arm(sleeper);
      try {
        await promise;
      } finally {
        clearTimeout(sleeper.timer);
        sleepers.delete(sleeper);
        signal.removeEventListener('abort', onAbort);
      }
    },
  };
}
