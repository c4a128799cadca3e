import type { Outcome, RunEvent, Text } from '../../../core/contracts/index.ts';
import { type Parts, resolveParts } from '../../../core/engine/parts.ts';
import { withOutcome } from '../../../core/engine/with-outcome.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { type Met, profileCommand } from '../../../core/profile/profile-command.ts';
import { type DueNow, dueNow } from '../../../core/renewal/due-now.ts';
import { watchRenewal } from '../../../core/renewal/watch-renewal.ts';
import { code, date, say, value } from '../../../core/text/say.ts';
import type { OpenWait } from '../../../core/wait/open-wait.ts';
import { type Driven, drive } from '../drive.ts';
import { openEnvironment } from '../environment.ts';
import { keepOutcome } from '../keep-outcome.ts';
import { notifyOfEnd } from '../notify.ts';
import { partsOf } from '../parts-of.ts';
import type { UsableProfile } from '../profiles.ts';
import type { Session } from '../session.ts';
import type { ManyOptions } from './renew-many.ts';
import { renewProfile } from './renew-profile.ts';

/**
 * One profile of a scheduled run: takes up what an earlier run left, renews what is due, leaves the rest.
 * @throws ProblemError `renewal-cannot-tell`, `renewal-overdue`, those of a renewal
 */
export async function renewIfDue(session: Session, used: UsableProfile, options: ManyOptions): Promise<Driven> {
  const looked = await look(session, used, options);
  if ('ended' in looked) return looked;
  const driven = await renewProfile(session, used, options);
  const idle = driven.ended.status === 'unchanged' && looked.state === 'due' && looked.overdue && used.answers['domain.kind'] === 'custom';
  if (idle && looked.state === 'due') throw overdue(used.name, looked.notAfter);
  return driven;
}

// What needs no renewal ends here; the environment is closed before a renewal opens its own.
async function look(session: Session, used: UsableProfile, options: ManyOptions): Promise<Driven | DueNow> {
  await using env = await openEnvironment(session, used.answers);
  if (used.answers['domain.kind'] === 'none') return await drive(session, env, used.name, skipped([]));
  const parts = await resolveParts(await partsOf(session, env, used));
  const due = await dueNow(parts);
  if (due.state === 'asked') return await takeUp(session, used, { parts, wait: due.wait }, options);
  if (options.due !== true) return due;
  if (due.state === 'later') return await drive(session, env, used.name, skipped([renewFrom(due.from)]));
  if (due.state === 'cannot-tell') throw cannotTell(due.why, parts.context);
  return due;
}

async function takeUp(
  session: Session,
  used: UsableProfile,
  { parts, wait }: { readonly parts: Parts; readonly wait: OpenWait },
  options: ManyOptions,
): Promise<Driven> {
  const { env } = parts.context;
  const leaving = new AbortController();
  const { timeoutMs } = session.options;
  const deadline = timeoutMs === undefined ? undefined : env.clock.now() + timeoutMs;
  const watching = { wait: options.wait ?? true, deadline, leave: leaving.signal, fresh: false };
  const run = withOutcome(parts.context, () => watchRenewal(parts, wait, watching));
  const driven = await drive(session, env, used.name, run, () => leaving.abort());
  await keepOutcome(session, env, used, driven.ended);
  notifyOfEnd(session, used.name, driven.ended);
  return driven;
}

async function* skipped(next: readonly Text[]): AsyncGenerator<RunEvent, void, void> {
  const outcome: Outcome = { type: 'outcome', status: 'unchanged', exitCode: 0, changed: false, next };
  yield outcome;
}

function renewFrom(from: number): Text {
  return say('Not due before {date}.', '{date} までは更新不要です。', { date: date(from) });
}

function cannotTell(why: Text, met: Met): ProblemError {
  return new ProblemError({
    code: 'renewal-cannot-tell',
    owner: 'service',
    exit: 3,
    message: say('Whether a renewal is due cannot be told. {why}', '更新が必要かどうかを確認できません。{why}', { why }),
    next: [
      say(
        'Run it where the service can be reached, or look for the reason: {command}',
        'サービスに接続できる場所で実行するか、原因を確認してください: {command}',
        {
          command: code(profileCommand('check', met)),
        },
      ),
    ],
  });
}

function overdue(profile: string | undefined, notAfter: string): ProblemError {
  return new ProblemError({
    code: 'renewal-overdue',
    owner: 'you',
    exit: 3,
    message: say(
      'The certificate ends on {date}, and the files of the profile still hold the same one: there is nothing new to deploy.',
      '証明書は {date} に期限切れになりますが、プロファイルのファイルの証明書は同じもので、デプロイする新しい証明書がありません。',
      { date: date(notAfter) },
    ),
    next: [
      say(
        'Get a new certificate, put it into the files of {profile}, and run this again.',
        '新しい証明書を取得して {profile} のファイルを置き換え、もう一度実行してください。',
        {
          profile: value(profile ?? ''),
        },
      ),
    ],
  });
}
