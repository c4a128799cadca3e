import type { Clock } from '../contracts/index.ts';

export interface PollOptions<T> {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** ms since the epoch of `clock`; no look starts after it. */
  readonly deadline?: number;
  /** One look. `done` ends the wait. Errors end it too: a look that may fail says so in its result. */
  look(attempt: number): Promise<{ readonly done: true; readonly value: T } | { readonly done: false; readonly pauseMs?: number }>;
  /** ms to the next look where the look itself did not say; `elapsed` in ms since the wait began. */
  pause(attempt: number, elapsed: number): number;
  /** Called before each pause. */
  onPause?(next: { readonly attempt: number; readonly nextAt: number }): void | Promise<void>;
}

/** Looks until it is so, the deadline passes (`undefined`), or the signal aborts (throws its reason). */
export async function poll<T>(options: PollOptions<T>): Promise<T | undefined> {
  const { clock, signal, deadline } = options;
  const startedAt = clock.now();
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted();
    const result = await options.look(attempt);
    if (result.done) return result.value;
    const now = clock.now();
    if (deadline !== undefined && now >= deadline) return undefined;
    const wanted = now + (result.pauseMs ?? options.pause(attempt, now - startedAt));
    const nextAt = deadline === undefined ? wanted : Math.min(wanted, deadline);
    await options.onPause?.({ attempt, nextAt });
    await clock.sleep(nextAt - now, signal);
  }
}
