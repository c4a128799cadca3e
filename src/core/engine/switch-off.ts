import type { Context, Outcome, Review, RunEvent, StepPlan, Text } from '../contracts/index.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { profileCommand } from '../profile/profile-command.ts';
import { code, say } from '../text/say.ts';
import { WAIT_KINDS } from '../wait/open-wait.ts';
import { type Applied, applyChanges } from './apply-changes.ts';
import { type DanglingName, danglingNames, danglingText } from './dangling-names.ts';
import { type Parts, type PartsOptions, resolveParts } from './parts.ts';
import { probeInClear } from './probe-in-clear.ts';
import { reviewOf } from './review-of.ts';
import { summaryOf } from './summary-of.ts';
import { failedOutcome, withOutcome } from './with-outcome.ts';

/** What switching TLS off would do. */
export interface SwitchOff {
  readonly review: Review;
  /** 0 where TLS is off. */
  readonly pendingChanges: number;
  /** What a person has to know before saying yes. */
  readonly consequences: readonly Text[];
  /** Does it and looks at the http URI. The last event is the outcome. @param timeoutMs of the environment's clock */
  run(timeoutMs: number | undefined): AsyncGenerator<RunEvent, void, void>;
}

/** Looks, and changes nothing; certificate and DNS answers need not be right. @throws ProblemError `disable-unsupported`, what the target finds */
export async function prepareSwitchOff(options: PartsOptions): Promise<SwitchOff> {
  const parts = await resolveParts({ ...options, needs: ['domain', 'deploy'] });
  const { target, domain, context } = parts;
  if (target.disable === undefined) throw unsupported(target.title);
  const plan = await target.disable(context);
  const names = danglingNames(await target.endpoints(domain, context), context.env.cloud);
  const consequences = [
    say('The scoring URI becomes http: keys and data travel in clear.', 'スコアリング URI は http になり、キーとデータは暗号化されずに送信されます。'),
    ...plan.notes,
    ...names.map(danglingText),
  ];
  const step: StepPlan = { step: 'deploy', changes: plan.changes, findings: plan.findings, notes: consequences };
  const pendingChanges = plan.changes.filter((change) => change.effect !== 'none').length;
  return {
    review: await reviewOf(parts, 'disable', [pendingChanges === 0 ? { ...step, notes: [] } : step]),
    pendingChanges,
    consequences,
    run: (timeoutMs) => withOutcome(context, () => switchOff(parts, plan.changes, names, timeoutMs)),
  };
}

async function* switchOff(
  parts: Parts,
  changes: StepPlan['changes'],
  names: readonly DanglingName[],
  timeoutMs: number | undefined,
): AsyncGenerator<RunEvent, Outcome, void> {
  const { context, kept } = parts;
  const { clock } = context.env;
  const deadline = timeoutMs === undefined ? undefined : clock.now() + timeoutMs;
  await using _lock = await kept.lock();
  const journal = await kept.journal();
  yield { type: 'step', step: 'deploy', state: 'started' };
  const applied = yield* applyChanges(changes, { context, journal, wait: true, deadline });
  if (applied.type !== 'done') return yield* stopped(applied, context);
  yield { type: 'step', step: 'deploy', state: 'done' };
  // What was begun before and never finished is void: a later run must not take it for what is wanted now.
  for (const change of journal.open()) await journal.append({ at: clock.now(), type: 'skipped', change });
  for (const kind of WAIT_KINDS) await kept.waits.close(kind);
  return yield* outcomeOf(parts, applied.changed, names);
}

async function* outcomeOf({ context, kept, target }: Parts, changed: boolean, names: readonly DanglingName[]): AsyncGenerator<RunEvent, Outcome, void> {
  const { clock } = context.env;
  const endpoints = await target.endpoints({ kind: 'none' }, context);
  const at = new Date(clock.now()).toISOString();
  await kept.keep({ at, ...(endpoints?.modifiedOn === undefined ? {} : { modifiedOn: endpoints.modifiedOn }) });
  if (endpoints !== undefined) yield* probeInClear(endpoints, context, changed);
  return {
    type: 'outcome',
    status: changed ? 'done' : 'unchanged',
    exitCode: 0,
    changed,
    next: changed ? names.map(danglingText) : [],
    ...(endpoints === undefined ? {} : { summary: summaryOf(endpoints, undefined, clock.now()) }),
  };
}

async function* stopped(applied: Exclude<Applied, { type: 'done' }>, context: Context): AsyncGenerator<RunEvent, Outcome, void> {
  if (applied.type === 'failed') {
    yield { type: 'step', step: 'deploy', state: 'failed' };
    return failedOutcome(applied.problem);
  }
  const again = say('Run it again to go on: {command}.', '続行するには、もう一度実行してください: {command}', {
    command: code(profileCommand('disable', context)),
  });
  return { type: 'outcome', status: 'waiting', exitCode: 3, changed: true, next: [again] };
}

function unsupported(target: Text): ProblemError {
  return new ProblemError({
    code: 'disable-unsupported',
    owner: 'you',
    message: say('{target} cannot switch TLS off.', '{target} では TLS をオフにできません。', { target }),
    next: [say('Use the tools of the target itself.', 'ターゲット側のツールを使用してください。')],
  });
}
