import { lifetime } from '../certificates/lifetime.ts';
import type { Context, Endpoints, Finding, Outcome, RunEvent, StepPlan } from '../contracts/index.ts';
import type { Parts } from '../engine/parts.ts';
import { reviewOf } from '../engine/review-of.ts';
import { waitOf } from '../engine/wait-of.ts';
import { withOutcome } from '../engine/with-outcome.ts';
import { date, say } from '../text/say.ts';
import { type OpenWait, stillOpen } from '../wait/open-wait.ts';
import { ACTS_BELOW_DAYS, actsFrom } from './acts-from.ts';
import { askForRenewal } from './ask.ts';
import { type Baseline, baselineOf, lookAtEndpoints } from './baseline.ts';
import { insist } from './not-due.ts';
import { type Early, notMicrosoft, overwriting, type Renewal, type RenewalRun } from './renewal.ts';
import { PATIENCE_MS } from './schedule.ts';
import { unseenFinding } from './unseen.ts';
import { watchRenewal } from './watch-renewal.ts';

/**
 * What a forced renewal would do, or the one that is under way. Nothing is sent.
 * @throws ProblemError `renew-not-microsoft`, `renew-overwrite`, what the target finds
 */
export async function prepareMicrosoftRenewal(parts: Parts): Promise<Renewal> {
  const { target, domain, context, kept } = parts;
  if (domain.kind !== 'microsoft' || target.renew === undefined) throw notMicrosoft();
  if (domain.overwriteExistingDomain) throw overwriting();
  const plan = await target.renew(domain, context);
  const endpoints = await target.endpoints(domain, context);
  const looks = endpoints === undefined ? [] : await lookAtEndpoints(endpoints, context);
  const open = stillOpen(await kept.waits.get('renewal'), context.env.clock.now());
  const baseline = baselineOf(looks);
  const early = open === undefined && baseline !== undefined ? earlyOf(baseline, context) : undefined;
  const findings = [...plan.findings, ...(early === undefined ? [] : [tooEarly(early, baseline)]), ...(baseline === undefined ? unseenFinding(looks) : [])];
  const step: StepPlan = { step: 'deploy', changes: plan.changes, findings, notes: plan.notes };
  const wait = open ?? freshWait(parts, endpoints, baseline);
  return {
    review: await reviewOf(parts, 'renew', [step]),
    pendingChanges: plan.changes.length,
    underWay: open !== undefined,
    ...(early === undefined ? {} : { early }),
    run: (options) => withOutcome(context, () => renew({ parts, changes: plan.changes, findings, wait }, options)),
    decline: () => withOutcome(context, () => decline(findings, early)),
  };
}

interface Asking {
  readonly parts: Parts;
  readonly changes: StepPlan['changes'];
  readonly findings: readonly Finding[];
  readonly wait: OpenWait;
}

async function* renew({ parts, changes, findings, wait }: Asking, options: RenewalRun): AsyncGenerator<RunEvent, Outcome, void> {
  const { clock } = parts.context.env;
  const deadline = options.timeoutMs === undefined ? undefined : clock.now() + options.timeoutMs;
  for (const finding of findings) yield { type: 'finding', finding };
  const asked = yield* askForRenewal({ parts, changes, wait }, { wait: options.wait, deadline });
  if ('type' in asked) return asked;
  return yield* watchRenewal(parts, asked.wait, { wait: options.wait, deadline, leave: options.leave, fresh: asked.fresh });
}

async function* decline(findings: readonly Finding[], early: Early | undefined): AsyncGenerator<RunEvent, Outcome, void> {
  for (const finding of findings) yield { type: 'finding', finding };
  const next = early === undefined ? [] : [insist(early.from)];
  return { type: 'outcome', status: 'unchanged', exitCode: 0, changed: false, next };
}

function freshWait(parts: Parts, endpoints: Endpoints | undefined, baseline: Baseline | undefined): OpenWait {
  const now = parts.context.env.clock.now();
  return waitOf('renewal', parts, { subject: endpoints?.host ?? '', startedAt: now, deadline: now + PATIENCE_MS, baseline: baseline ?? null });
}

function earlyOf({ notAfter }: Baseline, { env }: Context): Early | undefined {
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

function tooEarly(early: Early, baseline: Baseline | undefined): Finding {
  return { code: 'renew-too-early', severity: 'info', subject: baseline?.serial ?? '', message: early.text, next: [insist(early.from)] };
}
