/** A time that runs from the last `again`; over, `signal` is aborted with a TimeoutError. */
export interface Limit extends Disposable {
  readonly signal: AbortSignal;
  again(): void;
}

/** @param outer aborts as well */
export function createLimit(ms: number, outer: AbortSignal): Limit {
  const over = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let verdict: NodeJS.Immediate | undefined;
  const stop = () => {
    clearTimeout(timer);
    clearImmediate(verdict);
  };
  const begin = () => {
    stop();
    timer = setTimeout(() => {
      // In a process that was busy for long the answer lies there unread: it is read before the verdict.
      verdict = setImmediate(() => over.abort(new DOMException('no answer in time', 'TimeoutError')));
    }, ms);
  };
  begin();
  return { signal: AbortSignal.any([outer, over.signal]), again: begin, [Symbol.dispose]: stop };
}
