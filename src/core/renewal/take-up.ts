import type { Context, RunEvent } from '../contracts/index.ts';
import { type PartsOptions, resolveParts } from '../engine/parts.ts';
import { withOutcome } from '../engine/with-outcome.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { profileCommand } from '../profile/profile-command.ts';
import { code, say } from '../text/say.ts';
import type { RenewalRun } from './renewal.ts';
import { watchRenewal } from './watch-renewal.ts';

/**
 * Goes on with the wait for a renewal that another process left; nothing is sent. The last event is the outcome.
 * @throws ProblemError `wait-none`, what the answers have against it
 */
export async function takeUpRenewal(options: PartsOptions): Promise<(how: RenewalRun) => AsyncGenerator<RunEvent, void, void>> {
  const parts = await resolveParts({ ...options, needs: ['domain', 'deploy'] });
  const wait = await parts.kept.waits.get('renewal');
  if (wait === undefined) throw noWait(parts.context);
  const { clock } = parts.context.env;
  return ({ timeoutMs, wait: waits, leave }) =>
    withOutcome(parts.context, () =>
      watchRenewal(parts, wait, { wait: waits, leave, fresh: false, deadline: timeoutMs === undefined ? undefined : clock.now() + timeoutMs }),
    );
}

function noWait(context: Context): ProblemError {
  return new ProblemError({
    code: 'wait-none',
    owner: 'you',
    message: say('No renewal is waited for here.', '待機中の更新はありません。'),
    next: [
      say('Ask for one: {command}', '更新を要求してください: {command}', { command: code(profileCommand('renew', context)) }),
      say('See what is served now: {command}', '現在の証明書を確認してください: {command}', { command: code(profileCommand('check', context)) }),
    ],
  });
}
