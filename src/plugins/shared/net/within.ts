/** A signal for work that may take so long. Disposing of it, when the work is over, lets go of everything. */
export interface Limit extends Disposable {
  readonly signal: AbortSignal;
  /** The time runs anew. */
  again(): void;
  /** It stands still until it runs anew. */
  rest(): void;
}

/**
 * Aborted with the reason of `outer`, or with a `TimeoutError` after so many ms of wall time. Unlike `AbortSignal.timeout`, whose signal and
 * all that hangs on it stay until the time is up, it is gone with the work: thousands of looks come one after another.
 */
export function within(outer: AbortSignal, ms: number): Limit {
  const limit = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let verdict: NodeJS.Immediate | undefined;
  const stop = () => {
    clearTimeout(timer);
    clearImmediate(verdict);
  };
  const again = () => {
    stop();
    timer = setTimeout(() => {
      // In a process that was busy for long the answer lies there unread: it is read before the verdict.
      verdict = setImmediate(() => limit.abort(new DOMException('no answer in time', 'TimeoutError')));
    }, ms);
  };
  const passOn = () => limit.abort(outer.reason);
  if (outer.aborted) passOn();
  else outer.addEventListener('abort', passOn, { once: true });
  again();
  return {
    signal: limit.signal,
    again,
    rest: stop,
    [Symbol.dispose]() {
      stop();
      outer.removeEventListener('abort', passOn);
    },
  };
}
