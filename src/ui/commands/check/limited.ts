import type { Environment, Finding } from '../../../core/contracts/index.ts';
import { isAbort } from '../../../core/problems/to-problem.ts';
import { say } from '../../../core/text/say.ts';
import type { Session } from '../session.ts';
import { type Looked, unseen } from './looked.ts';
import { timeLimit } from './time-limit.ts';

/** One look within its time; one that takes longer is a finding. Throws the signal's reason. @param looks of the whole run */
export async function limited(
  session: Session,
  env: Environment,
  about: { readonly profile: string | undefined; readonly host: string },
  work: (signal: AbortSignal) => Promise<Looked>,
  looks = 1,
): Promise<Looked> {
  using limit = timeLimit(env.clock, session.signal, session.options.timeoutMs, looks);
  try {
    return await work(limit.signal);
  } catch (thrown) {
    if (isAbort(thrown, session.signal) || !limit.signal.aborted) throw thrown;
    return unseen(about.profile, about.host, [tooSlow(about.profile ?? about.host)]);
  }
}

function tooSlow(subject: string): Finding {
  return {
    code: 'check-timeout',
    severity: 'error',
    subject,
    message: say('The time was up before everything was looked at.', '確認が完了する前に制限時間を超えました。'),
    next: [say('Give it more with {flag}.', '{flag} で制限時間を延ばしてください。', { flag: { code: '--timeout 2m' } })],
  };
}
