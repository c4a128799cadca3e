import type { CertBundle, Outcome, Problem, RunEvent, StepId, Summary, Text } from '../contracts/index.ts';
import { replayCommand } from '../profile/profile-command.ts';
import { code, say } from '../text/say.ts';
import { type Applied, type Applying, applyChanges } from './apply-changes.ts';
import { obtainCertificate } from './certificate-wait.ts';
import { pointName } from './point-name.ts';
import { type Prepared, planCertificate, planDeploy } from './prepare.ts';
import { type Proof, prove } from './prove.ts';
import { hasError } from './review-of.ts';
import { failedOutcome, withOutcome } from './with-outcome.ts';

export interface RunOptions {
  /** false: start what takes long and leave the waiting to the next run. */
  readonly wait: boolean;
  /** ms of the environment's clock for all waits together. */
  readonly timeoutMs?: number;
}

interface Steps {
  readonly prepared: Prepared;
  readonly applying: Applying;
  changed: boolean;
  summary: Summary | undefined;
}

/**
 * Does what was prepared: certificate, deployment, proof, DNS, proof. The last event is the outcome, always: also after a problem or
 * an abort. Whatever is left unfinished is in the journal, and the next run of the same profile goes on with it.
 */
export async function* run(prepared: Prepared, options: RunOptions): AsyncGenerator<RunEvent, void, void> {
  yield* withOutcome(prepared.context, () => journaled(prepared, options));
}

async function* journaled(prepared: Prepared, options: RunOptions): AsyncGenerator<RunEvent, Outcome, void> {
  const { context, kept } = prepared;
  const { clock } = context.env;
  await using _lock = await kept.lock();
  const journal = await kept.journal();
  const deadline = options.timeoutMs === undefined ? undefined : clock.now() + options.timeoutMs;
  const steps: Steps = { prepared, applying: { context, journal, wait: options.wait, deadline }, changed: false, summary: undefined };
  await journal.append({ at: clock.now(), type: 'begin' });
  const outcome = yield* allSteps(steps);
  await journal.append({ at: clock.now(), type: 'outcome', status: outcome.status });
  return outcome;
}

async function* allSteps(steps: Steps): AsyncGenerator<RunEvent, Outcome, void> {
  const { prepared } = steps;
  if (prepared.blocked) {
    for (const finding of prepared.steps.flatMap((step) => step.findings)) yield { type: 'finding', finding };
    return failedOutcome(blockedProblem(prepared));
  }
  yield { type: 'step', step: 'domain', state: 'started' };
  yield { type: 'step', step: 'domain', state: 'done' };

  const obtained = yield* certificateStep(steps);
  if ('type' in obtained) return obtained;

  yield { type: 'step', step: 'deploy', state: 'started' };
  const deployed = yield* deployStep(steps, obtained.bundle);
  if ('type' in deployed) return deployed;
  yield { type: 'step', step: 'deploy', state: 'done' };

  return yield* dnsStep(steps, obtained.bundle, deployed);
}

async function* certificateStep(steps: Steps): AsyncGenerator<RunEvent, Outcome | { bundle: CertBundle | undefined }, void> {
  const { prepared, applying } = steps;
  const plan = prepared.steps.find((each) => each.step === 'certificate');
  if (plan === undefined || plan.skipped !== undefined) {
    yield { type: 'step', step: 'certificate', state: 'skipped' };
    return { bundle: undefined };
  }
  yield { type: 'step', step: 'certificate', state: 'started' };
  for (const finding of plan.findings) yield { type: 'finding', finding };
  const applied = yield* obtainCertificate(plan.changes, prepared, applying);
  const stopped = yield* stoppedBy(applied, 'certificate', steps);
  if (stopped !== undefined) return stopped;
  if (!steps.changed) {
    yield { type: 'step', step: 'certificate', state: 'done' };
    return { bundle: prepared.bundle };
  }
  const again = await planCertificate(prepared);
  if (again.bundle === undefined || hasError(again.plan.findings)) {
    yield { type: 'step', step: 'certificate', state: 'failed' };
    for (const finding of again.plan.findings) yield { type: 'finding', finding };
    return failedOutcome(blockedProblem({ steps: [again.plan] }), steps.changed, undefined);
  }
  yield { type: 'step', step: 'certificate', state: 'done' };
  return { bundle: again.bundle };
}

async function* deployStep(steps: Steps, bundle: CertBundle | undefined): AsyncGenerator<RunEvent, Outcome | Proof, void> {
  const { prepared, applying } = steps;
  const first = prepared.steps.find((each) => each.step === 'deploy');
  const plan = bundle === prepared.bundle && first !== undefined ? first : await planDeploy(prepared, bundle);
  for (const finding of plan.findings) yield { type: 'finding', finding };
  for (const note of plan.notes) yield { type: 'note', level: 'info', text: note };
  const applied = yield* applyChanges(plan.changes, applying);
  const stopped = yield* stoppedBy(applied, 'deploy', steps);
  if (stopped !== undefined) return stopped;
  const proof = yield* prove({ prepared, bundle, deadline: applying.deadline, fresh: applied.type === 'done' && applied.changed });
  steps.summary = proof.summary;
  if (proof.problem !== undefined) {
    yield { type: 'step', step: 'deploy', state: 'failed' };
    return failedOutcome(proof.problem, steps.changed, proof.summary);
  }
  return proof;
}

async function* dnsStep(steps: Steps, bundle: CertBundle | undefined, proof: Proof): AsyncGenerator<RunEvent, Outcome, void> {
  const { prepared, applying } = steps;
  if (prepared.dns === undefined || prepared.domain.kind !== 'custom' || proof.endpoints.records.length === 0) {
    yield { type: 'step', step: 'dns', state: 'skipped' };
    return proof.waiting === undefined ? finished(steps) : waiting(steps, [proof.waiting], 0);
  }
  yield { type: 'step', step: 'dns', state: 'started' };
  const pointed = yield* pointName({ prepared, bundle, dns: prepared.dns, records: proof.endpoints.records, applying, served: proof.waiting === undefined });
  if (pointed.applied.type === 'done' && pointed.applied.changed) steps.changed = true;
  const stopped = yield* stoppedBy(pointed.applied, 'dns', steps);
  if (stopped !== undefined) return stopped;
  if (pointed.problem !== undefined) {
    yield { type: 'step', step: 'dns', state: 'failed' };
    return failedOutcome(pointed.problem, steps.changed, steps.summary);
  }
  if (pointed.left !== undefined) return waiting(steps, [...(proof.waiting === undefined ? [] : [proof.waiting]), pointed.left], 0);
  yield { type: 'step', step: 'dns', state: 'done' };
  return proof.waiting === undefined ? finished(steps) : waiting(steps, [proof.waiting], 0);
}

async function* stoppedBy(applied: Applied, step: StepId, steps: Steps): AsyncGenerator<RunEvent, Outcome | undefined, void> {
  if (applied.type === 'done') {
    if (applied.changed) steps.changed = true;
    return undefined;
  }
  if (applied.type === 'failed') {
    yield { type: 'step', step, state: 'failed' };
    return failedOutcome(applied.problem, steps.changed, steps.summary);
  }
  steps.changed = true;
  return waiting(
    steps,
    [say('Run it again to go on: {command}.', '続行するには、もう一度実行してください: {command}', { command: code(replayCommand(steps.prepared.context)) })],
    applied.why === 'timeout' ? 3 : 0,
  );
}

function finished({ changed, summary }: Steps): Outcome {
  return { type: 'outcome', status: changed ? 'done' : 'unchanged', exitCode: 0, changed, ...(summary === undefined ? {} : { summary }) };
}

function waiting({ changed, summary }: Steps, next: readonly Text[], exitCode: 0 | 3): Outcome {
  return { type: 'outcome', status: 'waiting', exitCode, changed, next, ...(summary === undefined ? {} : { summary }) };
}

/** Why nothing was sent, with what cures each finding. */
export function blockedProblem({ steps }: Pick<Prepared, 'steps'>): Problem {
  const errors = steps.flatMap((step) => step.findings).filter((finding) => finding.severity === 'error');
  return {
    code: 'blocked-by-findings',
    owner: 'you',
    exit: 3,
    message: say('Nothing was sent. What stands in the way: {codes}.', '何も送信していません。先に解消が必要な問題: {codes}', {
      codes: code(errors.map((finding) => finding.code).join(', ')),
    }),
    next: errors.flatMap((finding) => finding.next),
  };
}
