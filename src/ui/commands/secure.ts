import { dirname } from 'node:path';
import type { Answers, ExitCode, Outcome } from '../../core/contracts/index.ts';
import { exitCodeOfAbort } from '../../core/problems/interrupted.ts';
import { fail } from '../../core/problems/problem-error.ts';
import { toProblem } from '../../core/problems/to-problem.ts';
import type { ProfileBook } from '../../core/profile/book.ts';
import { isProfileName, requireProfileName } from '../../core/profile/names.ts';
import { flagsFor, profileCommand } from '../../core/profile/profile-command.ts';
import { code, say, value } from '../../core/text/say.ts';
import { secure as wizard } from '../../core/wizard/secure.ts';
import { problemLines } from '../text/problem-lines.ts';
import { askName } from './ask-name.ts';
import { driverFor } from './drivers.ts';
import { environmentId, openEnvironment } from './environment.ts';
import { editPlace, findBook, givenAnswers, pathsOf, saveAnswers, sourceOf, useProfile } from './profiles.ts';
import { answer, type Session, tell } from './session.ts';

/** The guided wizard. Its answers can be kept as a profile, also when it is left half-way. */
export async function secure(session: Session, name: string | undefined): Promise<ExitCode> {
  if (!session.person && !session.plain) return needsTerminal();
  if (name !== undefined) requireProfileName(name);
  const book = await findBook(session, { maybeNew: true });
  // What cannot be offered is said before the questions begin; everything else goes on.
  for (const { problem } of session.registry.refused) for (const line of problemLines(problem, session.writer)) session.notes.line(line);
  const given = await startingAnswers(session, book, name);
  await using env = await openEnvironment(session, given);
  const driver = await driverFor(session, env, name);
  const paths = pathsOf(session, dirname(editPlace(session, book).path), name);
  const { registry, signal, options } = session;
  const timeout = options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs };
  const secured = await wizard({
    driver,
    registry,
    env,
    store: () => session.store(),
    signal,
    answers: given,
    profile: name,
    source: sourceOf(session, book),
    paths,
    redeploy: false,
    wait: true,
    ...timeout,
  }).finally(() => driver.close());
  const answers = { environment: environmentId(session, given), ...secured.answers };
  const saved =
    signal.aborted && secured.type === 'ran'
      ? await saveAs(session, book, name ?? freeName(book, answers), answers)
      : await offerToSave(session, book, name, answers);
  if (secured.type === 'ran') {
    const { keepOutcome } = await import('./keep-outcome.ts');
    await keepOutcome(session, env, { name: saved, answers, paths, source: sourceOf(session, book) }, secured.outcome);
    await tellOfRun(session, book, name, secured.outcome);
    return secured.outcome.exitCode;
  }
  tell(session, say('Left before anything was sent.', '何も送信せずに終了しました。'));
  return signal.aborted ? exitCodeOfAbort(signal) : 130;
}

// Where answers come through a pipe nobody watches, as with a replay; who sits at the terminal saw it.
async function tellOfRun(session: Session, book: ProfileBook | undefined, name: string | undefined, ended: Outcome): Promise<void> {
  if (session.person || book === undefined || name === undefined || !book.names.includes(name)) return;
  const { tellOfEnds } = await import('./hooks/tell-of-end.ts');
  const { viewOf } = await import('./drive.ts');
  await tellOfEnds(session, book, 'secure', [{ ended, view: viewOf(session, name, ended) }]);
}

async function startingAnswers(session: Session, book: ProfileBook | undefined, name: string | undefined): Promise<Answers> {
  if (book === undefined || name === undefined || !book.names.includes(name)) return await givenAnswers(session);
  return (await useProfile(session, book, name)).answers;
}

/** For answers whose work was left in the middle, when nobody can be asked for a name: that of the resource. */
function freeName(book: ProfileBook | undefined, answers: Answers): string {
  const resource = String(answers['target.computeName'] ?? answers['target.serviceName'] ?? 'unfinished');
  const taken = new Set(book?.names);
  for (let at = 1; ; at += 1) {
    const name = at === 1 ? resource : `${resource}-${at}`;
    if (isProfileName(name) && !taken.has(name)) return name;
    if (!isProfileName(resource)) return freeName(book, {});
  }
}

async function offerToSave(session: Session, book: ProfileBook | undefined, name: string | undefined, answers: Answers): Promise<string | undefined> {
  if (Object.keys(answers).length < 2 || session.signal.aborted) return undefined;
  const chosen = name ?? (await askName(session, book));
  return chosen === undefined ? undefined : await saveAs(session, book, chosen, answers);
}

// What was answered is never lost for want of a place to write it: the problem is said, the outcome stands. Answers with its name where it was saved.
async function saveAs(session: Session, book: ProfileBook | undefined, name: string, answers: Answers): Promise<string | undefined> {
  try {
    const path = await saveAnswers(session, book, name, answers);
    const command = code(
      profileCommand('replay', { profile: name, flags: flagsFor({ id: environmentId(session, answers) }, answers, sourceOf(session, book)) }),
    );
    answer(session, say('Saved as {profile} in {file}.', '{file} に {profile} として保存しました。', { profile: value(name), file: value(path) }));
    tell(
      session,
      session.signal.aborted
        ? say('Go on with what was begun: {command}', '中断した処理の続行: {command}', { command })
        : say('Do it again without questions: {command}', '質問なしで再実行: {command}', { command }),
    );
    return name;
  } catch (thrown) {
    for (const line of problemLines(toProblem(thrown), session.writer)) session.notes.line(line);
    return undefined;
  }
}

function needsTerminal(): never {
  return fail({
    code: 'terminal-needed',
    owner: 'you',
    message: say('The wizard asks questions, and nobody is at a terminal here.', 'ウィザードは対話形式ですが、ここにはターミナルがありません。'),
    next: [
      say('Run it in a terminal, or replay a saved profile: {command}', 'ターミナルで実行するか、保存済みのプロファイルを再実行してください: {command}', {
        command: code('amltls replay PROFILE'),
      }),
      say('{flag} asks line by line, also through a pipe.', '{flag} を付けると、パイプ経由でも 1 行ずつ質問します。', { flag: code('--plain') }),
    ],
  });
}
