import type { ExitCode, Text } from '../../../core/contracts/index.ts';
import { Interrupted } from '../../../core/problems/interrupted.ts';
import { fail, ProblemError } from '../../../core/problems/problem-error.ts';
import { type ProfileBook, writtenAnswers } from '../../../core/profile/book.ts';
import { copyProfile, deleteProfile, renameProfile, setProfile } from '../../../core/profile/edit-document.ts';
import { editProfiles } from '../../../core/profile/edit-file.ts';
import { profileOf } from '../../../core/profile/flatten.ts';
import { requireProfileName } from '../../../core/profile/names.ts';
import { parseSets } from '../../../core/profile/set-answers.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { confirm } from '../confirm.ts';
import { writeDocument } from '../document.ts';
import { openEnvironment } from '../environment.ts';
import { editPlace, needBook, useProfile } from '../profiles.ts';
import { answer, type Session } from '../session.ts';
import { offerTakeBack } from '../take-back.ts';

/** A copy with its comments, and with `--set` applied to it. */
export async function copyTo(session: Session, from: string, to: string): Promise<ExitCode> {
  const book = await needBook(session);
  const answers = writtenAnswers(book, from);
  free(book.names, requireProfileName(to));
  const sets = parseSets(session.options.set);
  await editProfiles(editPlace(session, book), (document, { profiles }) => {
    free([...profiles.keys()], to);
    copyProfile(document, from, to);
    if (Object.keys(sets).length > 0) setProfile(document, to, profileOf({ ...answers, ...sets }));
  });
  return done(session, 'profile-copy', to, say('{from} was copied to {to}.', '{from} を {to} にコピーしました。', { from: value(from), to: value(to) }));
}

export async function renameTo(session: Session, from: string, to: string): Promise<ExitCode> {
  const book = await needBook(session);
  writtenAnswers(book, from);
  free(book.names, requireProfileName(to));
  await editProfiles(editPlace(session, book), (document, { profiles }) => {
    free([...profiles.keys()], to);
    renameProfile(document, from, to);
  });
  return done(session, 'profile-rename', to, say('{from} is now called {to}.', '{from} の名前を {to} に変更しました。', { from: value(from), to: value(to) }));
}

/** Takes a profile out of the file. What it deployed stays as it is. */
export async function removeProfile(session: Session, name: string): Promise<ExitCode> {
  const book = await needBook(session);
  writtenAnswers(book, name);
  if (!session.options.yes) {
    if (!session.person) return needsYes(name);
    const question = say(
      'Remove {name} from {file}? What it deployed stays as it is.',
      '{file} から {name} を削除しますか? デプロイ済みのものはそのまま残ります。',
      { name: value(name), file: value(book.path) },
    );
    if (!(await confirm(session, question))) throw new Interrupted();
  }
  await recordsOf(session, book, name);
  await editProfiles(editPlace(session, book), (document) => deleteProfile(document, name));
  return done(session, 'profile-remove', name, say('{name} was removed.', '{name} を削除しました。', { name: value(name) }));
}

// A profile that cannot be used any more can still be removed: nothing is offered then.
async function recordsOf(session: Session, book: ProfileBook, name: string): Promise<void> {
  try {
    const used = await useProfile(session, book, name);
    await using env = await openEnvironment(session, used.answers);
    await offerTakeBack(session, env, used);
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    session.log.write('info', 'records not offered', { code: thrown.problem.code });
  }
}

/** Says that a profile was changed, in the format that was asked for. */
export function done(session: Session, command: string, profile: string, words: Text): ExitCode {
  if (session.options.format === 'text') answer(session, words);
  else writeDocument(session, command, { profile, exitCode: 0 }, true);
  return 0;
}

function free(names: readonly string[], name: string): void {
  if (!names.includes(name)) return;
  fail({
    code: 'profile-exists',
    owner: 'you',
    message: say('There is a profile called {name} already.', 'プロファイル {name} は既にあります。', { name: value(name) }),
    next: [
      say('Choose another name, or remove that one first: {command}', '別の名前を選ぶか、先に削除してください: {command}', {
        command: code(`amltls profile remove ${name}`),
      }),
    ],
  });
}

function needsYes(name: string): never {
  return fail({
    code: 'approval-needed',
    owner: 'you',
    message: say('Nobody is here to approve that {name} is removed.', '{name} の削除を対話的に承認できません。', { name: value(name) }),
    next: [say('Add {flag}.', '{flag} を付けてください。', { flag: code('--yes') })],
  });
}
