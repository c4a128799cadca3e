import type { Clock } from '../contracts/index.ts';

export interface Pause {
  /** 1-based: looks so far. */
  readonly attempt: number;
  /** ms since the epoch of the clock */
  readonly startedAt: number;
  readonly nextAt: number;
}

/** `pauseMs` overrides the schedule, for example with a Retry-After. */
export type Look<T> = { readonly done: true; readonly value: T } | { readonly done: false; readonly pauseMs?: number };

export interface PollOptions<T, E> {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** ms since the epoch of `clock`; the last look is at the deadline, none after it. */
  readonly deadline?: number;
  /** When the wait began, for one that is taken up again; default now. */
  readonly startedAt?: number;
  /** What it throws ends the wait: a look that may fail says so in its result. */
  look(attempt: number): Promise<Look<T>>;
  /** ms to the next look; `elapsed` in ms since `startedAt`. */
  pause(elapsed: number, attempt: number): number;
  /** What to yield before each pause. */
  event(pause: Pause): E;
}

/** The only loop that waits. Yields an event before each pause; returns what was looked for, or undefined when the deadline has passed; throws the signal's reason. */
export async function* poll<T, E>(options: PollOptions<T, E>): AsyncGenerator<E, T | undefined, void> {
  const { clock, signal, deadline } = options;
  const startedAt = options.startedAt ?? clock.now();
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted();
    const result = await options.look(attempt);
    if (result.done) return result.value;
    const now = clock.now();
    if (deadline !== undefined && now >= deadline) return undefined;
    const wanted = now + (result.pauseMs ?? options.pause(now - startedAt, attempt));
    const nextAt = deadline === undefined ? wanted : Math.min(wanted, deadline);
    yield options.event({ attempt, startedAt, nextAt });
    await clock.sleep(Math.max(0, nextAt - clock.now()), signal);
  }
}
