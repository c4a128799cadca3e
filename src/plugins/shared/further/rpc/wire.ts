/** How the two sides talk. Everything is plain data; what is not (functions, generators, signals, errors) is a reference under `MARK`. */
export const MARK = '$amltls';

export type Call = 'async' | 'sync' | 'post' | 'generator';

export type Reference =
  | { readonly [MARK]: 'function'; readonly id: number; readonly call: Call }
  | { readonly [MARK]: 'generator'; readonly id: number }
  | { readonly [MARK]: 'signal'; readonly id: number; readonly aborted: boolean }
  | { readonly [MARK]: 'problem'; readonly problem: unknown }
  | { readonly [MARK]: 'error'; readonly name: string; readonly message: string; readonly stack: string };

export type Message =
  | { readonly type: 'call'; readonly id: number; readonly target: number; readonly args: readonly unknown[]; readonly call: Exclude<Call, 'generator'> }
  | { readonly type: 'step'; readonly id: number; readonly target: number; readonly method: 'next' | 'return' }
  | { readonly type: 'done'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly error: unknown }
  | { readonly type: 'abort'; readonly signal: number; readonly reason: unknown };

/** Functions of the contracts that answer at once; everything else is a promise. The last two parts of where they stand. */
const SYNC = new Set(['when', 'equivalents', 'clock.now', 'dns.resolvers', 'paths.resolve']);
/** Those that answer nothing. */
const POST = new Set(['tell', 'arm.forgetToken']);

export function callOf(parent: string, name: string): Call {
  if (name === 'apply') return 'generator';
  const both = [name, `${parent}.${name}`];
  return both.some((each) => SYNC.has(each)) ? 'sync' : both.some((each) => POST.has(each)) ? 'post' : 'async';
}

/** Stands for the disposer of an object, which has no name that could be sent. */
export const DISPOSE = '$dispose';

export function isReference(value: object): value is Reference {
  return Object.hasOwn(value, MARK);
}
