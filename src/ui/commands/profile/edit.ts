import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExitCode } from '../../../core/contracts/index.ts';
import { fail, ProblemError } from '../../../core/problems/problem-error.ts';
import { writtenAnswers } from '../../../core/profile/book.ts';
import { decode } from '../../../core/profile/decode.ts';
import { setProfile } from '../../../core/profile/edit-document.ts';
import { editProfiles, replaceProfiles } from '../../../core/profile/edit-file.ts';
import { faultsProblem } from '../../../core/profile/faults.ts';
import { profileOf } from '../../../core/profile/flatten.ts';
import { inspectProfiles } from '../../../core/profile/parse.ts';
import { parseSets } from '../../../core/profile/set-answers.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { problemLines } from '../../text/problem-lines.ts';
import { confirm } from '../confirm.ts';
import { editPlace, needBook } from '../profiles.ts';
import { answer, type Session, tell } from '../session.ts';
import { done } from './change.ts';

/** With `--set`: changes these answers. Otherwise opens the file in the editor; only a right file replaces the old one. */
export async function editProfile(session: Session, name: string): Promise<ExitCode> {
  const book = await needBook(session);
  const answers = writtenAnswers(book, name);
  const sets = parseSets(session.options.set);
  if (Object.keys(sets).length > 0) {
    await editProfiles(editPlace(session, book), (document) => setProfile(document, name, profileOf({ ...answers, ...sets })));
    return done(session, 'profile-edit', name, say('{name} was changed.', '{name} を変更しました。', { name: value(name) }));
  }
  if (!session.person) return needsSets();
  return await inEditor(session, book.path);
}

async function inEditor(session: Session, path: string): Promise<ExitCode> {
  const before = decode(await readFile(path));
  // A copy: what is half-typed never is the profile file.
  const folder = await mkdtemp(join(tmpdir(), 'amltls-edit-'));
  const copy = join(folder, path.endsWith('.json') ? 'amltls.config.json' : 'amltls.config.yaml');
  try {
    await writeFile(copy, before, { mode: 0o600 });
    for (;;) {
      await runEditor(session, copy);
      const after = decode(await readFile(copy));
      if (after === before) {
        tell(session, say('Nothing was changed.', '変更はありません。'));
        return 0;
      }
      const { faults } = inspectProfiles(after, path);
      if (faults.length === 0) {
        await replaceProfiles(editPlace(session, await needBook(session)), before, after);
        answer(session, say('{file} was saved.', '{file} を保存しました。', { file: value(path) }));
        return 0;
      }
      for (const line of problemLines(faultsProblem(path, faults), session.writer)) session.notes.line(line);
      if (!(await confirm(session, say('Go on editing? Otherwise the changes are dropped.', '編集を続けますか? 続けない場合、変更は破棄されます。'))))
        throw new ProblemError(faultsProblem(path, faults));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runEditor({ host }: Session, file: string): Promise<void> {
  const windows = host.platform === 'win32';
  const editor = host.env['VISUAL'] || host.env['EDITOR'] || (windows ? 'notepad' : 'vi');
  const [command = editor, ...args] = editor.split(' ').filter((part) => part !== '');
  const exit = await new Promise<number | null>((resolve) => {
    const child = spawn(command, [...args, file], { stdio: 'inherit', shell: windows });
    child.on('error', () => resolve(null));
    child.on('exit', resolve);
  });
  if (exit === 0) return;
  fail({
    code: 'editor-failed',
    owner: 'you',
    message: say('The editor {editor} did not work.', 'エディター {editor} が正常に終了しませんでした。', { editor: code(editor) }),
    next: [
      say('Set {variable} to an editor that is installed, or use {flag}.', '{variable} にインストール済みのエディターを設定するか、{flag} を使ってください。', {
        variable: code('EDITOR'),
        flag: code('--set KEY=VALUE'),
      }),
    ],
  });
}

function needsSets(): never {
  return fail({
    code: 'terminal-needed',
    owner: 'you',
    message: say('There is no terminal to open an editor in.', 'エディターを開くターミナルがありません。'),
    next: [say('Say what to change: {flag}', '変更内容を指定してください: {flag}', { flag: code('--set KEY=VALUE') })],
  });
}
