import type { Outcome, RunEvent } from '../contracts/index.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { isAbort } from '../problems/to-problem.ts';
import { profileCommand, replayCommand } from '../profile/profile-command.ts';
import { code, say } from '../text/say.ts';
import { obtainCertificate } from './certificate-wait.ts';
import { type Parts, type PartsOptions, resolveParts } from './parts.ts';
import { planCertificate } from './prepare.ts';
import { hasError } from './review-of.ts';
import { blockedProblem } from './run.ts';
import { failedOutcome, withOutcome } from './with-outcome.ts';

/**
 * Goes on with the wait for a certificate that a person has to see to, until it is in use here; nothing is deployed. The last event is the outcome.
 * @param timeoutMs of the environment's clock; default for ever
 * @param leave aborted when the person who watches leaves
 * @throws ProblemError `wait-none`, what the answers have against it
 */
export async function takeUpCertificate(
  options: PartsOptions,
  timeoutMs: number | undefined,
  leave: AbortSignal,
): Promise<AsyncGenerator<RunEvent, void, void>> {
  const parts = await resolveParts(options);
  if ((await parts.kept.waits.get('certificate')) === undefined) throw noWait(parts);
  const deadline = timeoutMs === undefined ? undefined : parts.context.env.clock.now() + timeoutMs;
  return withOutcome(parts.context, () => takeUp(parts, deadline, leave));
}

async function* takeUp(parts: Parts, deadline: number | undefined, leave: AbortSignal): AsyncGenerator<RunEvent, Outcome, void> {
  const { kept } = parts;
  const signal = AbortSignal.any([parts.context.signal, leave]);
  const context = { ...parts.context, signal };
  await using _lock = await kept.lock();
  const journal = await kept.journal();
  try {
    const { plan } = await planCertificate({ ...parts, context });
    for (const finding of plan.findings) yield { type: 'finding', finding };
    if (hasError(plan.findings)) return failedOutcome(blockedProblem({ steps: [plan] }));
    const applied = yield* resumable(obtainCertificate(plan.changes, parts, { context, journal, wait: true, deadline }), parts);
    if (applied.type === 'failed') return failedOutcome(applied.problem);
    if (applied.type === 'left') return left(parts, 3);
    const next = [say('Deploy it: {command}', 'デプロイ: {command}', { command: code(replayCommand(parts.context)) })];
    return { type: 'outcome', status: applied.changed ? 'done' : 'unchanged', exitCode: 0, changed: applied.changed, next };
  } catch (thrown) {
    if (!parts.context.signal.aborted && isAbort(thrown, signal)) return left(parts, 0);
    throw thrown;
  }
}

async function* resumable<R>(events: AsyncGenerator<RunEvent, R, void>, parts: Parts): AsyncGenerator<RunEvent, R, void> {
  const resume = profileCommand('watch certificate', parts.context);
  for (;;) {
    const next = await events.next();
    if (next.done === true) return next.value;
    yield next.value.type === 'wait' ? { ...next.value, resume } : next.value;
  }
}

function left(parts: Parts, exitCode: 0 | 3): Outcome {
  const next = [say('Go on with it: {command}', '続行するには: {command}', { command: code(profileCommand('watch certificate', parts.context)) })];
  return { type: 'outcome', status: 'waiting', exitCode, changed: false, next };
}

function noWait(parts: Parts): ProblemError {
  return new ProblemError({
    code: 'wait-none',
    owner: 'you',
    message: say('No certificate is waited for here.', '待機中の証明書はありません。'),
    next: [say('Get one and deploy it: {command}', '証明書の入手とデプロイ: {command}', { command: code(replayCommand(parts.context)) })],
  });
}
