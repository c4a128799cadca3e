import { setTimeout as sleep } from 'node:timers/promises';
import { createPace, type Pace } from './pace.ts';

/**
 * Nobody's server is asked more often than 20 times in any second, however many names are looked at side by side: 12 and a burst of 6 leave room for
 * what bunches on the way.
 */
const PER_SECOND = 12;
const BURST = 6;
const MOST_AT_ONCE = 64;
const MOST_LINES = 1_000;

export interface Turn extends Disposable {
  /**
   * Calls `write` once the server may be asked, and at once then: whatever lies between the decision and the wire (a busy process, a handshake) would let
   * packets bunch.
   * @throws the signal's reason
   */
  send(write: () => void, signal: AbortSignal): Promise<void>;
}

export interface Turns {
  /** Waits until it is this question's turn at the server (undefined: any may be asked at any time) and a socket is free; disposing frees the socket. @throws the signal's reason */
  take(server: string | undefined, signal: AbortSignal): Promise<Turn>;
}

interface Line {
  /** Of those who leave the line: few hold a socket before they may send. */
  readonly leaving: Pace;
  /** Of what is really sent. */
  readonly sending: Pace;
  /** The one who stands last. */
  last: Promise<unknown>;
}

const pauseFor = (ms: number, signal: AbortSignal): Promise<void> => sleep(ms, undefined, { signal }).catch(() => signal.throwIfAborted());

/** `now`: ms of a monotonic clock; `pause`: waits so many of them. */
export function createTurns({ perSecond = PER_SECOND, burst = BURST, atOnce = MOST_AT_ONCE, now = () => performance.now(), pause = pauseFor } = {}): Turns {
  const lines = new Map<string, Line>();
  const waiting: (() => void)[] = [];
  let open = 0;

  function lineOf(server: string): Line {
    const known = lines.get(server);
    if (known !== undefined) return known;
    if (lines.size >= MOST_LINES) for (const [name, { sending }] of lines) if (sending.rested) lines.delete(name);
    const pace = { perSecond, burst, now };
    const line: Line = { leaving: createPace(pace), sending: createPace(pace), last: Promise.resolve() };
    lines.set(server, line);
    return line;
  }

  /** One after the other. */
  function queue(line: Line, signal: AbortSignal): Promise<void> {
    const mine = line.last.then(async () => {
      await inTime(line.leaving, signal);
      await socket(signal);
    });
    line.last = mine.catch(() => undefined);
    return mine;
  }

  /** `go` runs in the same breath as the decision: nobody else decides between. */
  async function inTime(pace: Pace, signal: AbortSignal, go: () => void = () => undefined): Promise<void> {
    signal.throwIfAborted();
    for (let ms = pace.delay(); ms > 0; ms = pace.delay()) await pause(Math.ceil(ms), signal);
    pace.mark();
    go();
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
      const line = server === undefined ? undefined : lineOf(server);
      await (line === undefined ? socket(signal) : queue(line, signal));
      return {
        async send(write, stop) {
          if (line === undefined) write();
          else await inTime(line.sending, stop, write);
        },
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
