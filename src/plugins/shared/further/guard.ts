import type { Change, ChangeEvent, Context, Json, Pending } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { faultOf, isEvent, type ResultKind } from './check-result.ts';
import { type Confined, confine } from './confine.ts';
import { misbehaved, named } from './problems.ts';
import type { Thread } from './thread.ts';

/** Every way into a further plugin leads through this: its context confined, its time limited, its answer checked and scrubbed. */
export interface Guard {
  call<T>(what: string, result: ResultKind, work: (context: Context) => Promise<T>, context: Context): Promise<T>;
  callSync<T>(what: string, result: ResultKind, work: (context: Context) => T, context: Context): T;
  /** What looks at nothing but its arguments. */
  pure<T>(what: string, work: () => T): T;
  changes(changes: readonly Change[]): readonly Change[];
  scrub<T>(value: T): T;
}

// Plans hold functions and bundles: whoever takes them apart scrubs the rest.
const TAKEN_APART: ReadonlySet<ResultKind> = new Set(['changes', 'targetPlan', 'certificatePlan', 'environment']);

export function createGuard(thread: Thread, confined: Confined): Guard {
  const { spec, secrets } = confined;
  const failed = (what: string, thrown: unknown): ProblemError => {
    if (thrown instanceof ProblemError) return new ProblemError({ ...secrets.scrub(withoutCause(thrown)), cause: thrown.problem.cause });
    const reason = secrets.scrub(thrown instanceof Error ? thrown.message : String(thrown));
    return new ProblemError(
      misbehaved(
        'plugin-failed',
        say('{plugin} failed in {what}: {reason}', '{plugin} の {what} でエラーが発生しました: {reason}', {
          ...named(spec),
          what: code(what),
          reason: value(reason),
        }),
        thrown,
      ),
    );
  };
  const right = <T>(what: string, result: ResultKind, given: T): T => {
    const fault = faultOf(result, given);
    if (fault === undefined) return given;
    throw new ProblemError(
      misbehaved(
        'plugin-answer-invalid',
        say('{plugin} gave a wrong answer in {what}: {fault}', '{plugin} の {what} の戻り値が正しくありません: {fault}', {
          ...named(spec),
          what: code(what),
          fault: value(fault),
        }),
      ),
    );
  };
  const changeOf = (change: Change): Change => ({
    ...secrets.scrub({ ...change, apply: undefined }),
    apply: (context, pending) => applied(change, context, pending),
  });
  async function* applied(change: Change, context: Context, pending: Pending | undefined): AsyncGenerator<ChangeEvent, Json, void> {
    const what = `apply of ${change.id}`;
    const given = confine(context, confined);
    const running = change.apply(given, pending);
    let ended = false;
    try {
      for (;;) {
        const next = await attempt(what, () => running.next(), context);
        if (next.done === true) {
          ended = true;
          return secrets.scrub(next.value ?? null);
        }
        if (isEvent(next.value)) yield secrets.scrub(next.value);
      }
    } finally {
      if (!ended && !context.signal.aborted) await attempt(what, () => running.return(null), context).catch(() => undefined);
    }
  }
  const attempt = async <T>(what: string, work: () => Promise<T>, { signal }: Pick<Context, 'signal'>): Promise<T> => {
    signal.throwIfAborted();
    const aborted = Promise.withResolvers<never>();
    const abort = () => aborted.reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    try {
      return await Promise.race([thread.alive(work()), aborted.promise]);
    } catch (thrown) {
      if (signal.aborted) throw signal.reason;
      throw failed(what, thrown);
    } finally {
      signal.removeEventListener('abort', abort);
      aborted.promise.catch(() => undefined);
    }
  };
  const answered = <T>(what: string, result: ResultKind, given: T): T => {
    const checked = right(what, result, given);
    return TAKEN_APART.has(result) ? checked : secrets.scrub(checked);
  };
  const pure = <T>(what: string, work: () => T): T => {
    try {
      return work();
    } catch (thrown) {
      throw failed(what, thrown);
    }
  };
  return {
    call: async (what, result, work, context) => answered(what, result, await attempt(what, () => work(confine(context, confined)), context)),
    callSync: (what, result, work, context) =>
      answered(
        what,
        result,
        pure(what, () => work(confine(context, confined))),
      ),
    pure,
    changes: (changes) => changes.map(changeOf),
    scrub: secrets.scrub,
  };
}

function withoutCause({ problem: { cause: _cause, ...problem } }: ProblemError) {
  return problem;
}
