import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import { abortable } from './abortable.ts';
import { decode, type Reach } from './decode.ts';
import { encode, type Kept } from './encode.ts';
import type { Message } from './wire.ts';

export interface LinkOptions {
  readonly port: MessagePort;
  /** Counted up with each message to this side; a blocked side sleeps on it. */
  readonly mine: Int32Array<SharedArrayBuffer>;
  readonly theirs: Int32Array<SharedArrayBuffer>;
  /** ms that a call which answers at once may take; forever where undefined. */
  readonly syncLimitMs?: number;
  /** Called when such a call took longer; what it returns is thrown. */
  readonly onSyncLimit?: () => Error;
  /** Anything came from the other side. */
  readonly onActivity?: () => void;
  /** The other side sent what is no message: whatever it is now, it does not keep to this protocol. */
  readonly onGarbage?: (cause: unknown) => void;
}

export interface Link {
  /** A value for the other side, to be sent by other means than a call. */
  encode(value: unknown): unknown;
  decode(value: unknown): unknown;
  /** Calls of the other side that are being worked on here. */
  serving(): number;
  /** Calls over there that have not come back. */
  waiting(): number;
  /** Everything that waits is rejected, now and later. */
  fail(error: Error): void;
}

interface Waiter {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/**
 * Calls in both directions over a port, also such as answer at once: the caller sleeps until the answer is there and serves meanwhile
 * what the other side asks at once. Two threads only, so no circle of waiting can arise that does not serve itself.
 */
export function createLink(options: LinkOptions): Link {
  const { port, mine, theirs } = options;
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  const generators = new Map<number, AsyncIterator<unknown>>();
  const ids = new WeakMap<object, number>();
  const controllers = new Map<number, AbortController>();
  const waiters = new Map<number, Waiter>();
  const later: Message[] = [];
  let count = 0;
  let serving = 0;
  let failure: Error | undefined;

  const send = (message: Message): void => {
    port.postMessage(message);
    Atomics.add(theirs, 0, 1);
    Atomics.notify(theirs, 0);
  };
  const idOf = (value: object, keep: (id: number) => void): number => {
    const known = ids.get(value);
    if (known !== undefined) return known;
    count += 1;
    ids.set(value, count);
    keep(count);
    return count;
  };
  const kept: Kept = {
    keepFunction: (work) => idOf(work, (id) => functions.set(id, work as never)),
    keepGenerator: (generator) => idOf(generator, (id) => generators.set(id, generator)),
    keepSignal: (signal) =>
      idOf(signal, (id) => signal.addEventListener('abort', () => send({ type: 'abort', signal: id, reason: encodeSafely(signal.reason) }), { once: true })),
  };
  const encodeSafely = (value: unknown): unknown => encode(value, kept);
  const asked = (message: (id: number) => Message): Promise<unknown> => {
    if (failure !== undefined) return Promise.reject(failure);
    count += 1;
    const id = count;
    return new Promise((resolve, reject) => {
      waiters.set(id, { resolve, reject });
      send(message(id));
    });
  };
  const reach: Reach = {
    call: (target, args) =>
      abortable(
        args,
        asked((id) => ({ type: 'call', id, target, args: args.map(encodeSafely), call: 'async' })),
      ),
    async step(target, method) {
      return (await asked((id) => ({ type: 'step', id, target, method }))) as IteratorResult<unknown, unknown>;
    },
    post: (target, args) => {
      count += 1;
      if (failure === undefined) send({ type: 'call', id: count, target, args: args.map(encodeSafely), call: 'post' });
    },
    callSync(target, args) {
      if (failure !== undefined) throw failure;
      count += 1;
      send({ type: 'call', id: count, target, args: args.map(encodeSafely), call: 'sync' });
      return sleepFor(count);
    },
    signalOf(id, aborted) {
      const controller = controllers.get(id) ?? new AbortController();
      controllers.set(id, controller);
      if (aborted) controller.abort();
      return controller.signal;
    },
  };

  const sleepFor = (id: number): unknown => {
    const until = options.syncLimitMs === undefined ? Number.POSITIVE_INFINITY : performance.now() + options.syncLimitMs;
    for (;;) {
      const seen = Atomics.load(mine, 0);
      const received = receiveMessageOnPort(port) as { message: Message } | undefined;
      if (received !== undefined) {
        const { message } = received;
        if ((message.type === 'done' || message.type === 'failed') && message.id === id) {
          if (message.type === 'done') return decode(message.value, reach);
          throw decode(message.error, reach);
        }
        if (message.type === 'call' && message.call === 'sync') answerSync(message);
        else later.push(message);
        if (later.length === 1) setImmediate(drainQuietly);
        continue;
      }
      const left = until - performance.now();
      if (left <= 0 || (Atomics.wait(mine, 0, seen, Math.min(left, 2 ** 31 - 1)) === 'timed-out' && performance.now() >= until))
        throw options.onSyncLimit?.() ?? new Error('no answer');
    }
  };
  const answerSync = ({ id, target, args }: Extract<Message, { type: 'call' }>): void => {
    try {
      const value = functions.get(target)?.(...args.map((arg) => decode(arg, reach)));
      send({ type: 'done', id, value: encodeSafely(value) });
    } catch (thrown) {
      send({ type: 'failed', id, error: encodeThrown(thrown) });
    }
  };
  const encodeThrown = (thrown: unknown): unknown => encodeSafely(thrown instanceof Error ? thrown : new Error(String(thrown)));
  const answer = async (id: number, work: () => unknown): Promise<void> => {
    serving += 1;
    try {
      const value = await work();
      send({ type: 'done', id, value: encodeSafely(value) });
    } catch (thrown) {
      send({ type: 'failed', id, error: encodeThrown(thrown) });
    } finally {
      serving -= 1;
    }
  };
  const handle = (message: Message): void => {
    switch (message.type) {
      case 'call': {
        const work = () => functions.get(message.target)?.(...message.args.map((arg) => decode(arg, reach)));
        if (message.call === 'sync') answerSync(message);
        else if (message.call === 'post') work();
        else void answer(message.id, work);
        return;
      }
      case 'step': {
        const generator = generators.get(message.target);
        void answer(message.id, async () => await (message.method === 'next' ? generator?.next() : generator?.return?.()));
        return;
      }
      case 'done':
        waiters.get(message.id)?.resolve(decode(message.value, reach));
        waiters.delete(message.id);
        return;
      case 'failed':
        waiters.get(message.id)?.reject(decode(message.error, reach));
        waiters.delete(message.id);
        return;
      case 'abort': {
        reach.signalOf(message.signal, false);
        controllers.get(message.signal)?.abort(decode(message.reason, reach));
      }
    }
  };
  const drain = (): void => {
    for (const message of later.splice(0)) handle(message);
  };
  const drainQuietly = (): void => {
    try {
      drain();
    } catch (cause) {
      options.onGarbage?.(cause);
    }
  };
  const receive = (message: Message): void => {
    try {
      drain();
      options.onActivity?.();
      handle(message);
    } catch (cause) {
      if (options.onGarbage === undefined) throw cause;
      options.onGarbage(cause);
    }
  };
  port.on('message', receive);
  return {
    encode: encodeSafely,
    decode: (value) => decode(value, reach),
    serving: () => serving,
    waiting: () => waiters.size,
    fail(error) {
      failure ??= error;
      for (const waiter of waiters.values()) waiter.reject(failure);
      waiters.clear();
    },
  };
}
