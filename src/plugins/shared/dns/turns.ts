import { setTimeout as sleep } from 'node:timers/promises';

/** Nobody's server is asked more often than this, however many names are looked at side by side. */
const MOST_PER_SECOND = 20;
const SECOND_MS = 1_000;
const MOST_AT_ONCE = 64;

export interface Turns {
  /** Waits until this server may be asked (undefined: at any time) and a socket is free; disposing frees the socket. @throws the signal's reason */
  take(server: string | undefined, signal: AbortSignal): Promise<Disposable>;
}

/** `now`: ms of a monotonic clock. */
export function createTurns({ perSecond = MOST_PER_SECOND, atOnce = MOST_AT_ONCE, now = () => performance.now() } = {}): Turns {
  const recent = new Map<string, number[]>();
  const waiting: (() => void)[] = [];
  let open = 0;

  // The times of the last questions, those to come included: the next may follow a second after the one `perSecond` before it.
  function delay(server: string): number {
    const times = recent.get(server) ?? [];
    const earliest = times.length < perSecond ? 0 : (times[times.length - perSecond] ?? 0) + SECOND_MS;
    const at = Math.max(now(), earliest);
    recent.set(server, [...times, at].slice(-perSecond));
    if (recent.size > 1_000) forget();
    return at - now();
  }

  function forget(): void {
    for (const [server, times] of recent) if ((times.at(-1) ?? 0) < now() - SECOND_MS) recent.delete(server);
  }

  async function socket(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (open < atOnce) {
      open += 1;
      return;
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const onAbort = () => {
      waiting.splice(waiting.indexOf(resolve), 1);
      reject(signal.reason);
    };
    waiting.push(resolve);
    signal.addEventListener('abort', onAbort, { once: true });
    await promise.finally(() => signal.removeEventListener('abort', onAbort));
  }

  return {
    async take(server, signal) {
      const pause = server === undefined ? 0 : delay(server);
      if (pause > 0) await sleep(pause, undefined, { signal }).catch(() => signal.throwIfAborted());
      await socket(signal);
      return {
        [Symbol.dispose]() {
          const next = waiting.shift();
          if (next === undefined) open -= 1;
          else next();
        },
      };
    },
  };
}

/** One for the whole process: profiles are looked at side by side, and they share servers. */
export const turns = createTurns();
