/** A signal for work that may take so long. Disposing of it, when the work is over, lets go of everything. */
export interface Within extends Disposable {
  readonly signal: AbortSignal;
}

/**
 * Aborted with the reason of `signal`, or with a `TimeoutError` after so many ms of wall time. Unlike `AbortSignal.timeout`, whose signal and
 * all that hangs on it stay until the time is up, it is gone with the work: thousands of looks come one after another.
 */
export function within(signal: AbortSignal, ms: number): Within {
  const limit = new AbortController();
  const stop = () => limit.abort(signal.reason);
  const timer = setTimeout(() => limit.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError')), ms).unref();
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  return {
    signal: limit.signal,
    [Symbol.dispose]() {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    },
  };
}
