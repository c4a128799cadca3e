import { lifetime } from '../certificates/lifetime.ts';
import type { Context, Domain, Finding, Outcome, Problem, RunEvent, TargetPlan, Text } from '../contracts/index.ts';
import { applyChanges } from '../engine/apply-changes.ts';
import type { Parts } from '../engine/parts.ts';
import { failedOutcome, withOutcome } from '../engine/with-outcome.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { code, date, say } from '../text/say.ts';
import type { OpenWait } from '../wait/open-wait.ts';
import { ACTS_BELOW_DAYS, actsFrom } from './acts-from.ts';
import { type Baseline, baselineOf, lookAtEndpoints } from './baseline.ts';
import { PATIENCE_MS } from './schedule.ts';
import { watchRenewal } from './watch-renewal.ts';

/** What a forced renewal would do, looked up and not begun. */
export interface MicrosoftRenewal {
  readonly parts: Parts;
  readonly domain: Extract<Domain, { kind: 'microsoft' }>;
  readonly plan: TargetPlan;
  readonly baseline: Baseline | undefined;
  /** Host that is served now, for the wait. */
  readonly host: string | undefined;
  /** Set where Azure will very likely do nothing: from when it will (ms since the epoch), and why. */
  readonly early?: { readonly from: number; readonly text: Text };
}

/** @throws ProblemError `renew-not-microsoft`, `renew-overwrite`, what the target finds */
export async function prepareMicrosoftRenewal(parts: Parts): Promise<MicrosoftRenewal> {
  const { target, domain, context } = parts;
  if (domain.kind !== 'microsoft' || target.renew === undefined) throw notMicrosoft();
  if (domain.overwriteExistingDomain) throw overwrite();
  const plan = await target.renew(domain, context);
  const endpoints = await target.endpoints(domain, context);
  const baseline = endpoints === undefined ? undefined : baselineOf(await lookAtEndpoints(endpoints, context));
  const early = baseline === undefined ? undefined : earlyText(baseline, context);
  return { parts, domain, plan, baseline, host: endpoints?.host, ...(early === undefined ? {} : { early }) };
}

function earlyText({ notAfter }: Baseline, { env }: Context): MicrosoftRenewal['early'] {
  const now = env.clock.now();
  const from = actsFrom(notAfter);
  if (now >= from) return undefined;
  const { daysLeft } = lifetime(new Date(now).toISOString(), notAfter, now);
  return {
    from,
    text: say(
      'The certificate has {days} days left. Azure very likely does nothing while more than {limit} are left; it will act from {date}.',
      '証明書の有効期間は残り {days} 日です。残り {limit} 日を超えている間は、Azure は更新しない可能性が高く、{date} 以降に更新されます。',
      { days: daysLeft, limit: ACTS_BELOW_DAYS, date: date(from) },
    ),
  };
}

export interface RenewRun {
  /** false: leave the wait of hours to `watch`. */
  readonly wait: boolean;
  /** ms of the environment's clock */
  readonly timeoutMs?: number;
  readonly profileFile: string | null;
}

/** Asks Azure, and waits for another certificate to be served. The last event is the outcome. */
export async function* renewMicrosoft(renewal: MicrosoftRenewal, options: RenewRun): AsyncGenerator<RunEvent, void, void> {
  const { context, kept, target } = renewal.parts;
  yield* withOutcome(context, async function* () {
    const asked = yield* ask(renewal, options);
    if ('type' in asked) return asked;
    if (!options.wait) return leftOutcome(context.profile);
    return yield* watchRenewal({ context, target, domain: renewal.domain, wait: asked, waits: kept.waits, fresh: true });
  });
}

// What was served before is on the disk before the request goes out: whoever takes up the wait can compare.
async function* ask({ parts, plan, ...renewal }: MicrosoftRenewal, options: RenewRun): AsyncGenerator<RunEvent, Outcome | OpenWait, void> {
  const { context, kept } = parts;
  await using _lock = await kept.lock();
  const journal = await kept.journal();
  const wait = openWait({ parts, plan, ...renewal }, options, context.env.clock.now());
  await kept.waits.put(wait);
  yield { type: 'step', step: 'deploy', state: 'started' };
  const applied = yield* applyChanges(plan.changes, { context, journal, wait: true, deadline: undefined });
  if (applied.type === 'failed') {
    await kept.waits.close('renewal');
    yield { type: 'step', step: 'deploy', state: 'failed' };
    return failedOutcome(applied.problem);
  }
  yield { type: 'step', step: 'deploy', state: 'done' };
  return wait;
}

function openWait({ parts, host, baseline }: MicrosoftRenewal, { timeoutMs, profileFile }: RenewRun, now: number): OpenWait {
  return {
    version: 1,
    kind: 'renewal',
    profile: parts.context.profile ?? null,
    profileFile,
    environment: parts.context.env.id,
    subject: host ?? '',
    startedAt: now,
    deadline: now + (timeoutMs ?? PATIENCE_MS),
    baseline: baseline ?? null,
    records: [],
  };
}

function leftOutcome(profile: string | undefined): Outcome {
  return {
    type: 'outcome',
    status: 'waiting',
    exitCode: 0,
    changed: true,
    next: [
      say('It takes about 5 hours. Watch it: {command}', '約 5 時間かかります。状況の確認: {command}', {
        command: code(`amltls watch renewal ${profile ?? 'PROFILE'}`),
      }),
    ],
  };
}

/** A renewal that is too early ends here: nothing was sent. */
export function tooEarly({ early, baseline }: MicrosoftRenewal): { readonly outcome: Outcome; readonly finding: Finding } | undefined {
  if (early === undefined) return undefined;
  const next = [
    say('Renew from {date}, or insist with {flag}.', '{date} 以降に更新するか、{flag} を付けて強制してください。', {
      date: date(early.from),
      flag: code('--even-if-early'),
    }),
  ];
  return {
    outcome: { type: 'outcome', status: 'unchanged', exitCode: 0, changed: false, next },
    finding: { code: 'renew-too-early', severity: 'info', subject: baseline?.fingerprintSha256 ?? '', message: early.text, next },
  };
}

function notMicrosoft(): ProblemError {
  return new ProblemError({
    code: 'renew-not-microsoft',
    owner: 'you',
    message: say('Only a Microsoft certificate on AKS is renewed by Azure.', 'Azure が更新するのは AKS 上の Microsoft 証明書だけです。'),
    next: [say('Set {key}.', '{key} を設定してください。', { key: code('domain.kind: microsoft') })],
  });
}

// The documentation's own sample does both and breaks the host name (facts.md section 0, 2).
function overwrite(): ProblemError {
  const problem: Problem = {
    code: 'renew-overwrite',
    owner: 'you',
    message: say(
      'Renewing and overwriting the domain at once would give the service another host name and cut off every client.',
      '更新とドメインの上書きを同時に行うとホスト名が変わり、すべてのクライアントが接続できなくなります。',
    ),
    next: [say('Set {key} and renew again.', '{key} に設定してから、もう一度更新してください。', { key: code('domain.overwriteExistingDomain: false') })],
  };
  return new ProblemError(problem);
}
