import type { Outcome, RunEvent } from '../contracts/index.ts';
import type { Parts } from '../engine/parts.ts';
import { summaryOf } from '../engine/summary-of.ts';
import { failedOutcome } from '../engine/with-outcome.ts';
import { isAbort } from '../problems/to-problem.ts';
import { say } from '../text/say.ts';
import type { OpenWait } from '../wait/open-wait.ts';
import { poll } from '../wait/poll.ts';
import { leftOpen } from './left-open.ts';
import { lookAround, type Seen, seenIn } from './look-around.ts';
import { notRenewed } from './not-renewed.ts';
import { EXPECTED_MS, PATIENCE_MS, renewalPause } from './schedule.ts';

export interface Watching {
  /** false: one look, then the wait is left open. */
  readonly wait: boolean;
  /** ms since the epoch of the environment's clock: this run goes no further, the wait stays open. */
  readonly deadline: number | undefined;
  /** Aborted when the person who watches leaves; the wait stays open. */
  readonly leave: AbortSignal | undefined;
  /** Begun in this process just now: the first look comes after the first pause. */
  readonly fresh: boolean;
}

/**
 * Waits until the endpoint serves another certificate. The wait lies on the disk all the while, so that any other process can
 * go on with it; it is closed when it ends, not when somebody leaves. The last event is the outcome. Throws the signal's reason.
 */
export async function* watchRenewal(parts: Parts, wait: OpenWait, watching: Watching): AsyncGenerator<RunEvent, Outcome, void> {
  const { context, kept } = parts;
  const { clock } = context.env;
  await using _only = await kept.waits.lock('renewal');
  const ends = wait.deadline ?? wait.startedAt + PATIENCE_MS;
  const until = Math.min(ends, watching.deadline ?? ends, watching.wait ? ends : clock.now());
  const signal = watching.leave === undefined ? context.signal : AbortSignal.any([context.signal, watching.leave]);
  const look = lookAround(parts, wait);
  const left = () => leftOpen(wait, { changed: watching.fresh, exitCode: watching.wait && watching.leave?.aborted !== true ? 3 : 0 });
  let seen: Seen | undefined;
  try {
    const renewed = yield* poll<Seen, RunEvent>({
      clock,
      signal,
      startedAt: wait.startedAt,
      deadline: until,
      async look(attempt) {
        if (attempt === 1 && watching.fresh) return { done: false };
        seen = await look(signal);
        return seen.verdict.state === 'renewed' ? { done: true, value: seen } : { done: false };
      },
      pause: renewalPause,
      event: (pause) => ({
        type: 'wait',
        id: 'renewal',
        for: say('Azure to serve the renewed certificate', '更新された証明書の提供開始'),
        ...pause,
        deadline: ends,
        expectedMs: EXPECTED_MS,
        resume: wait.resume,
        ...(seen === undefined ? {} : seenIn(seen, clock.now())),
      }),
    });
    if (renewed === undefined && clock.now() < ends) return left();
    return await ended(parts, wait, renewed ?? seen ?? (await look(signal)));
  } catch (thrown) {
    if (!context.signal.aborted && isAbort(thrown, signal)) return left();
    throw thrown;
  }
}

async function ended({ context, kept }: Parts, wait: OpenWait, { endpoints, verdict }: Seen): Promise<Outcome> {
  const { env } = context;
  const served = verdict.state === 'renewed' ? verdict.look.leaf : undefined;
  const summary = endpoints === undefined ? undefined : summaryOf(endpoints, served, env.clock.now());
  if (served !== undefined) {
    const at = new Date(env.clock.now()).toISOString();
    await kept.keep({ at, fingerprintSha256: served.fingerprintSha256, ...(endpoints?.modifiedOn === undefined ? {} : { modifiedOn: endpoints.modifiedOn }) });
  }
  await kept.waits.close('renewal');
  if (verdict.state !== 'renewed') return failedOutcome(notRenewed(verdict, wait, context), true, summary);
  return { type: 'outcome', status: 'done', exitCode: 0, changed: true, ...(summary === undefined ? {} : { summary }) };
}
