import type { Clock } from '../../../core/contracts/index.ts';
import { within } from '../../../plugins/shared/net/within.ts';

// Longer than all that a look may wait for, each with its own limit: what was seen is not given up for what comes last.
const USUAL_MS = 45_000;

/**
 * A signal that is aborted after a time, so that one dead host holds nobody up. `dispose` lets the timer go.
 * @param timeoutMs of `--timeout`, by the environment's clock; without it 45 s of wall time
 */
export function timeLimit(clock: Clock, signal: AbortSignal, timeoutMs: number | undefined): Disposable & { readonly signal: AbortSignal } {
  if (timeoutMs === undefined) return within(signal, USUAL_MS);
  const late = new AbortController();
  const done = new AbortController();
  clock.sleep(timeoutMs, done.signal).then(
    () => late.abort(new DOMException('timed out', 'TimeoutError')),
    () => undefined,
  );
  return { signal: AbortSignal.any([signal, late.signal]), [Symbol.dispose]: () => done.abort() };
}
