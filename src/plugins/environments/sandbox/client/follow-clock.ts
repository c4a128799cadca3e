import type * as z from 'zod';
import type { PracticeClock } from '../clock/practice-clock.ts';
import { clockMark } from '../control/clock-news.ts';
import type { ControlClient } from '../host/control-client.ts';
import { type ClockBase, clockBase } from '../state/world-state.ts';

/** The line that the host's clock runs on. */
export async function readClock(control: ControlClient, signal: AbortSignal): Promise<ClockBase> {
  return clockBase.parse(await control.send('GET', '/clock', undefined, signal));
}

/** Keeps a clock on the host's line, jumps included, until the host is gone. Rejects only when `signal` ends it. */
export async function followClock(control: ControlClient, clock: PracticeClock, signal: AbortSignal): Promise<void> {
  for (;;) {
    let base: z.infer<typeof clockBase>;
    try {
      base = clockBase.parse(await control.send('GET', `/clock?unlike=${encodeURIComponent(clockMark(clock.base()))}`, undefined, signal));
    } catch {
      signal.throwIfAborted();
      return;
    }
    if (clockMark(base) !== clockMark(clock.base())) clock.rebase(base);
  }
}
