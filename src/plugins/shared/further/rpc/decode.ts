import type { Problem } from '../../../../core/contracts/index.ts';
import { ProblemError } from '../../../../core/problems/problem-error.ts';
import { DISPOSE, isReference, MARK, type Reference } from './wire.ts';

/** What this side can do with references of the other. */
export interface Reach {
  call(target: number, args: readonly unknown[]): Promise<unknown>;
  callSync(target: number, args: readonly unknown[]): unknown;
  post(target: number, args: readonly unknown[]): void;
  step(target: number, method: 'next' | 'return'): Promise<IteratorResult<unknown, unknown>>;
  signalOf(id: number, aborted: boolean): AbortSignal;
}

/** Plain data and references as a value of this side: functions call over, generators step over, signals follow. */
export function decode(value: unknown, reach: Reach): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map((item) => decode(item, reach));
  if (isReference(value)) return decodeReference(value, reach);
  const decoded: Record<PropertyKey, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    Object.defineProperty(decoded, key === DISPOSE ? Symbol.asyncDispose : key, {
      value: decode(item, reach),
      enumerable: key !== DISPOSE,
      configurable: true,
      writable: true,
    });
  }
  return decoded;
}

function decodeReference(reference: Reference, reach: Reach): unknown {
  switch (reference[MARK]) {
    case 'function': {
      const { id, call } = reference;
      if (call === 'sync') return (...args: unknown[]) => reach.callSync(id, args);
      if (call === 'generator') return (...args: unknown[]) => begun(() => reach.call(id, args));
      if (call === 'post') return (...args: unknown[]) => reach.post(id, args);
      return (...args: unknown[]) => reach.call(id, args);
    }
    case 'generator':
      return follow(reference.id, reach);
    case 'signal':
      return reach.signalOf(reference.id, reference.aborted);
    case 'problem':
      return new ProblemError(decode(reference.problem, reach) as Problem);
    case 'error':
      return Object.assign(new Error(reference.message), { name: reference.name, stack: reference.stack });
    default:
      return undefined;
  }
}

// What a generator function gives at once, although the other side has yet to begin it.
async function* begun(begin: () => Promise<unknown>): AsyncGenerator<unknown, unknown, void> {
  return yield* (await begin()) as AsyncGenerator<unknown, unknown, void>;
}

// `return` reaches the other side too: what it holds open is closed there.
function follow(id: number, reach: Reach): AsyncGenerator<unknown, unknown, void> {
  let ended = false;
  const step = async (method: 'next' | 'return'): Promise<IteratorResult<unknown, unknown>> => {
    if (ended) return { done: true, value: undefined };
    try {
      const result = await reach.step(id, method);
      ended = result.done === true;
      return result;
    } catch (thrown) {
      ended = true;
      throw thrown;
    }
  };
  return {
    next: () => step('next'),
    return: async (value) => ({ done: true, value: (await step('return')) && (await value) }),
    async throw(thrown) {
      await step('return');
      throw thrown;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      await step('return');
    },
  };
}
