/** The caller's own signal ends its waiting at once, with its own reason; the other side hears of it by message. */
export function abortable(args: readonly unknown[], work: Promise<unknown>): Promise<unknown> {
  const signals = args.flatMap((arg) =>
    arg instanceof AbortSignal ? [arg] : typeof arg === 'object' && arg !== null && 'signal' in arg && arg.signal instanceof AbortSignal ? [arg.signal] : [],
  );
  if (signals.length === 0) return work;
  work.catch(() => undefined);
  return new Promise((resolve, reject) => {
    for (const signal of signals) {
      if (signal.aborted) reject(signal.reason);
      else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    }
    work.then(resolve, reject);
  });
}
