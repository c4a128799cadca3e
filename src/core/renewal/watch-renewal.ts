import type { Context, Domain, Endpoints, Outcome, Problem, RunEvent, TargetPlugin, Text } from '../contracts/index.ts';
import { summaryOf } from '../engine/summary-of.ts';
import { code, date, say, value } from '../text/say.ts';
import type { OpenWait, OpenWaits } from '../wait/open-wait.ts';
import { poll } from '../wait/poll.ts';
import { actsFrom } from './acts-from.ts';
import { lookAtEndpoints } from './baseline.ts';
import { judgeRenewal, type RenewalVerdict } from './judge-renewal.ts';
import { EXPECTED_MS, PATIENCE_MS, renewalPause } from './schedule.ts';

export interface Watching {
  readonly context: Context;
  readonly target: TargetPlugin;
  readonly domain: Domain;
  readonly wait: OpenWait;
  readonly waits: OpenWaits;
  /** Begun in this process just now: the first look comes after the first pause. */
  readonly fresh: boolean;
}

interface Seen {
  readonly endpoints: Endpoints | undefined;
  readonly verdict: RenewalVerdict;
}

/**
 * Waits until the endpoint serves another certificate. The wait lies on the disk all the while, so that any other process can
 * go on with it; it is closed when it ends, not when somebody leaves. The last event is the outcome. Throws the signal's reason.
 */
export async function* watchRenewal(watching: Watching): AsyncGenerator<RunEvent, Outcome, void> {
  const { context, wait, waits, fresh } = watching;
  const { clock } = context.env;
  await using _only = await waits.lock('renewal');
  const deadline = wait.deadline ?? wait.startedAt + PATIENCE_MS;
  let seen: Seen | undefined;
  const renewed = yield* poll<Seen, RunEvent>({
    clock,
    signal: context.signal,
    startedAt: wait.startedAt,
    deadline,
    async look(attempt) {
      if (attempt === 1 && fresh) return { done: false };
      seen = await look(watching);
      return seen.verdict.state === 'renewed' ? { done: true, value: seen } : { done: false };
    },
    pause: renewalPause,
    event: (pause) => ({
      type: 'wait',
      id: 'renewal',
      for: say('Azure to serve the renewed certificate', '更新された証明書の提供開始'),
      ...pause,
      deadline,
      expectedMs: EXPECTED_MS,
      ...(seen === undefined ? {} : { seen: seenText(seen) }),
    }),
  });
  const last = renewed ?? seen ?? (await look(watching));
  await waits.close('renewal');
  return outcomeOf(last, watching);
}

async function look({ target, domain, context, wait }: Watching): Promise<Seen> {
  const endpoints = await target.endpoints(domain, context);
  const looks = endpoints === undefined ? [] : await lookAtEndpoints(endpoints, context);
  return { endpoints, verdict: judgeRenewal(looks, wait.baseline) };
}

function seenText({ endpoints, verdict }: Seen): Text {
  if (endpoints?.state === undefined) return verdict.text;
  return say('{seen} Azure says {state}.', '{seen} Azure の状態: {state}。', { seen: verdict.text, state: value(endpoints.state) });
}

function outcomeOf({ endpoints, verdict }: Seen, watching: Watching): Outcome {
  const { context } = watching;
  const served = verdict.state === 'renewed' ? verdict.look.leaf : undefined;
  const summary = endpoints === undefined ? {} : { summary: summaryOf(endpoints, served, context.env.clock.now()) };
  if (verdict.state === 'renewed') return { type: 'outcome', status: 'done', exitCode: 0, changed: true, ...summary };
  return { type: 'outcome', status: 'failed', exitCode: 3, changed: true, problem: notRenewed(verdict, watching), ...summary };
}

function notRenewed(verdict: Exclude<RenewalVerdict, { state: 'renewed' }>, { context, wait }: Watching): Problem {
  const profile = context.profile ?? 'PROFILE';
  if (verdict.state === 'cannot-tell') {
    return {
      code: 'renewal-cannot-tell',
      owner: 'service',
      exit: 3,
      message: say('Whether the certificate was renewed cannot be told. {seen}', '証明書が更新されたかどうかを確認できません。{seen}', { seen: verdict.text }),
      next: [
        say('Look again from where the service can be reached: {command}', 'サービスに接続できる場所から確認してください: {command}', {
          command: code(`amltls check ${profile}`),
        }),
      ],
    };
  }
  const acts = wait.baseline === null ? undefined : actsFrom(wait.baseline.notAfter);
  const early = acts !== undefined && wait.startedAt < acts;
  return {
    code: 'renewal-nothing-changed',
    owner: 'service',
    exit: 3,
    message: early
      ? say('Azure renewed nothing: it was too early. {seen}', 'Azure は更新を行いませんでした。時期が早すぎたためです。{seen}', { seen: verdict.text })
      : say('The time is up, and the certificate is the same. {seen}', '制限時間になりましたが、証明書は変わっていません。{seen}', { seen: verdict.text }),
    next: [
      early && acts !== undefined
        ? say('Renew again from {date}.', '{date} 以降にもう一度更新してください。', { date: date(acts) })
        : say('Ask for it again: {command}', 'もう一度更新を要求してください: {command}', { command: code(`amltls renew ${profile}`) }),
    ],
  };
}
