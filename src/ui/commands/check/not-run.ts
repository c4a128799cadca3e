import type { Finding } from '../../../core/contracts/index.ts';
import { type ProfileBook, writtenAnswers } from '../../../core/profile/book.ts';
import { flagsOfFile, profileCommand } from '../../../core/profile/profile-command.ts';
import { openLastRuns } from '../../../core/renewal/last-runs.ts';
import { code, say } from '../../../core/text/say.ts';
import { fireHooks } from '../hooks/fire.ts';
import { sourceOf } from '../profiles.ts';
import type { Session } from '../session.ts';

/** Profiles that no renewal run has looked at for too long, with the finding; none where the file sets no limit. */
export async function notRunFindings(
  session: Session,
  book: ProfileBook,
  profileFile: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, Finding>> {
  const limit = book.parsed.hooks.notRunDays;
  if (limit === undefined) return new Map();
  const runs = openLastRuns(session.files, session.host.folders.state, profileFile);
  const renewed = names.filter((name) => writtenAnswers(book, name)['domain.kind'] !== 'none');
  const flags = flagsOfFile(sourceOf(session, book));
  const days = await runs.daysWithout(renewed, Date.now());
  return new Map([...days].filter(([, without]) => without >= limit).map(([name, without]) => [name, notRun(name, without, flags)]));
}

/** Tells the hooks, once a day at most. */
export async function tellNotRun(session: Session, book: ProfileBook, profileFile: string, silent: ReadonlyMap<string, Finding>): Promise<void> {
  if (silent.size === 0 || book.parsed.hooks.on.onNotRun.length === 0) return;
  if (!(await openLastRuns(session.files, session.host.folders.state, profileFile).mayTell(Date.now()))) return;
  const findings = [...silent.values()].map(({ subject, code: id, message }) => ({ profile: subject, code: id, message: session.words(message) }));
  await fireHooks(session, book, 'onNotRun', { command: 'check', profile: null, file: book.path, findings });
}

function notRun(profile: string, days: number, flags: readonly string[]): Finding {
  return {
    code: 'renewal-not-run',
    severity: 'error',
    subject: profile,
    message: say('No renewal run has looked at {profile} for {days} days.', '{profile} の更新処理が {days} 日間実行されていません。', {
      profile: { value: profile },
      days,
    }),
    next: [
      say('See what the scheduler says, or set it up: {command}', 'スケジューラーの状態を確認するか、設定してください: {command}', {
        command: code(profileCommand('schedule', { profile, flags })),
      }),
    ],
  };
}
