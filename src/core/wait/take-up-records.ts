import type { Context, Outcome, RunEvent } from '../contracts/index.ts';
import { listAnswer } from '../dns/list-answer.ts';
import { type Parts, type PartsOptions, resolveParts } from '../engine/parts.ts';
import { withOutcome } from '../engine/with-outcome.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { profileCommand } from '../profile/profile-command.ts';
import { code, say } from '../text/say.ts';
import { propagationLimit } from './dns-answers.ts';
import { type WatchedRecords, watchRecords } from './watch-records.ts';

/**
 * Goes on with the wait for a profile's DNS records, or begins one for those that its service needs. The last event is the outcome.
 * @param timeoutMs of the environment's clock; default as the profile has it
 * @throws ProblemError `dns-nothing`, what the answers have against it
 */
export async function takeUpRecords(options: PartsOptions, timeoutMs: number | undefined, leave?: AbortSignal): Promise<AsyncGenerator<RunEvent, void, void>> {
  const parts = await resolveParts({ ...options, needs: ['domain', 'deploy'] });
  const { context, kept, target, domain } = parts;
  const { answers, env } = context;
  const open = await kept.waits.get('dns');
  const records = open?.records ?? (await target.endpoints(domain, context))?.records ?? [];
  if (records.length === 0) throw nothing(context);
  const watched: WatchedRecords = {
    records,
    resolvers: listAnswer(answers['dns.resolvers']),
    authoritative: [],
    deadline: env.clock.now() + (timeoutMs ?? propagationLimit(answers)),
    resume: profileCommand('watch dns', context),
    ...(open === undefined ? {} : { startedAt: open.startedAt }),
    ...(leave === undefined ? {} : { leave }),
  };
  return withOutcome(context, () => alone(parts, watched));
}

async function* alone({ context, kept }: Parts, watched: WatchedRecords): AsyncGenerator<RunEvent, Outcome, void> {
  await using _only = await kept.waits.lock('dns');
  const outcome = yield* watchRecords(context, watched);
  if (outcome.status === 'done') await kept.waits.close('dns');
  return outcome;
}

function nothing(context: Context): ProblemError {
  return new ProblemError({
    code: 'dns-nothing',
    owner: 'you',
    message: say('No DNS record is needed here, or its address is not known yet.', '必要な DNS レコードがないか、アドレスがまだわかりません。'),
    next: [say('See what would be done: {command}', '実行される内容を確認してください: {command}', { command: code(profileCommand('plan', context)) })],
  });
}
