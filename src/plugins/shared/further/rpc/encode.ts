import { ProblemError } from '../../../../core/problems/problem-error.ts';
import { callOf, DISPOSE, MARK, type Reference } from './wire.ts';

/** What of this side the other side may call or follow. */
export interface Kept {
  keepFunction(work: (...args: never[]) => unknown): number;
  keepGenerator(generator: AsyncIterator<unknown>): number;
  keepSignal(signal: AbortSignal): number;
}

const DEEPEST = 64;

/** A value as plain data and references. @throws Error for what is nested without an end */
export function encode(value: unknown, kept: Kept, name = '', parent = '', depth = 0): unknown {
  if (depth > DEEPEST) throw new Error('nested too deeply');
  if (typeof value === 'function') return { [MARK]: 'function', id: kept.keepFunction(value as () => unknown), call: callOf(parent, name) } satisfies Reference;
  if (typeof value === 'symbol' || typeof value !== 'object' || value === null) return typeof value === 'symbol' ? undefined : value;
  if (value instanceof Uint8Array) return new Uint8Array(value);
  if (value instanceof AbortSignal) return { [MARK]: 'signal', id: kept.keepSignal(value), aborted: value.aborted } satisfies Reference;
  if (value instanceof Error) return encodeError(value, kept, depth);
  if (isGenerator(value)) return { [MARK]: 'generator', id: kept.keepGenerator(value) } satisfies Reference;
  if (Array.isArray(value)) return Array.from(value, (item: unknown) => encode(item, kept, name, parent, depth + 1));
  const entries = Object.entries(value).filter(([key]) => key !== MARK);
  const members = entries.map(([key, item]) => [key, encode(bound(item, value), kept, key, name, depth + 1)] as const);
  const dispose: unknown = (value as Partial<AsyncDisposable>)[Symbol.asyncDispose];
  return Object.fromEntries(typeof dispose === 'function' ? [...members, [DISPOSE, encode(bound(dispose, value), kept, DISPOSE, name, depth + 1)]] : members);
}

// Methods are sent alone: `this` goes with them. The same method keeps one reference.
const bounds = new WeakMap<object, WeakMap<object, unknown>>();

function bound(item: unknown, owner: object): unknown {
  if (typeof item !== 'function') return item;
  const ofOwner = bounds.get(owner) ?? new WeakMap<object, unknown>();
  bounds.set(owner, ofOwner);
  const known = ofOwner.get(item) ?? item.bind(owner);
  ofOwner.set(item, known as object);
  return known;
}

function encodeError(error: Error, kept: Kept, depth: number): Reference {
  if (error instanceof ProblemError) {
    // The cause is for the log of the side that has it; it may be anything.
    const { cause: _cause, ...problem } = error.problem;
    return { [MARK]: 'problem', problem: encode(problem, kept, '', '', depth + 1) };
  }
  return { [MARK]: 'error', name: String(error.name), message: String(error.message), stack: String(error.stack ?? '') };
}

function isGenerator(value: object): value is AsyncGenerator<unknown> {
  const { next, [Symbol.asyncIterator]: iterate } = value as Partial<AsyncGenerator<unknown>>;
  return typeof next === 'function' && typeof iterate === 'function';
}
