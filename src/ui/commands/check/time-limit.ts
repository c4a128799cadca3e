import type { Clock } from '../../../core/contracts/index.ts';
import { within } from '../../../plugins/shared/net/within.ts';

// Longer than all that a look may wait for, each with its own limit: what was seen is not given up for what comes last.
const USUAL_MS = 45_000;

const TURN_MS = 150; // two or three questions to each server, twelve a second
const MOST_FOR_TURNS_MS = 30_000;

/** What many looks at names of one zone wait for one another, ms: no server is asked faster than is polite. @param looks of the whole run */
export function timeForTurns(looks: number): number {
  return Math.min(MOST_FOR_TURNS_MS, (looks - 1) * TURN_MS);
}

/**
 * A signal that is aborted after a time, so that one dead host holds nobody up. `dispose` lets the timer go.
 * @param timeoutMs of `--timeout`, by the environment's clock; without it 45 s of wall time, and what `looks` need for their turns
 */
export function timeLimit(clock: Clock, signal: AbortSignal, timeoutMs: number | undefined, looks = 1): Disposable & { readonly signal: AbortSignal } {
  if (timeoutMs === undefined) return within(signal, USUAL_MS + timeForTurns(looks));
  const late = new AbortController();
  const done = new AbortController();
  clock.sleep(timeoutMs, done.signal).then(
    () => late.abort(new DOMException('timed out', 'TimeoutError')),
    () => undefined,
  );
  return { signal: AbortSignal.any([signal, late.signal]), [Symbol.dispose]: () => done.abort() };
}
