import { setTimeout as sleep } from 'node:timers/promises';

/** Nobody's server is asked more often than this, however many names are looked at side by side. */
const MOST_PER_SECOND = 15; // packets bunch on the way: nobody shall count more than 20
const SECOND_MS = 1_000;
const MOST_AT_ONCE = 64;
const MOST_LINES = 1_000;

export interface Turns {
  /** Waits until this server may be asked (undefined: at any time) and a socket is free; disposing frees the socket. @throws the signal's reason */
  take(server: string | undefined, signal: AbortSignal): Promise<Disposable>;
}

interface Line {
  /** When the server was asked lately. */
  readonly times: number[];
  /** The one who stands last. */
  last: Promise<unknown>;
}

const pauseFor = (ms: number, signal: AbortSignal): Promise<void> => sleep(ms, undefined, { signal }).catch(() => signal.throwIfAborted());

/** `now`: ms of a monotonic clock; `pause`: waits so many of them. */
export function createTurns({ perSecond = MOST_PER_SECOND, atOnce = MOST_AT_ONCE, now = () => performance.now(), pause = pauseFor } = {}): Turns {
  const lines = new Map<string, Line>();
  const waiting: (() => void)[] = [];
  let open = 0;

  /** One after the other: the next goes when a second has passed since the one `perSecond` before it, and a socket is free. */
  function queue(server: string, signal: AbortSignal): Promise<void> {
    const line = lines.get(server) ?? { times: [], last: Promise.resolve() };
    lines.set(server, line);
    if (lines.size > MOST_LINES) forget();
    const mine = line.last.then(async () => {
      const earliest = (line.times[line.times.length - perSecond] ?? -SECOND_MS) + SECOND_MS;
      if (earliest > now()) await pause(earliest - now(), signal);
      await socket(signal);
      line.times.push(now());
      line.times.splice(0, line.times.length - perSecond);
    });
    line.last = mine.catch(() => undefined);
    return mine;
  }

  function forget(): void {
    for (const [server, { times }] of lines) if ((times.at(-1) ?? now()) < now() - SECOND_MS) lines.delete(server);
  }

  async function socket(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (open < atOnce) {
      open += 1;
      return;
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const onAbort = () => {
      // Whoever was called a moment ago stands in line no more.
      const at = waiting.indexOf(resolve);
      if (at >= 0) waiting.splice(at, 1);
      reject(signal.reason);
    };
    waiting.push(resolve);
    signal.addEventListener('abort', onAbort, { once: true });
    await promise.finally(() => signal.removeEventListener('abort', onAbort));
  }

  return {
    async take(server, signal) {
      signal.throwIfAborted();
      await (server === undefined ? socket(signal) : queue(server, signal));
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
