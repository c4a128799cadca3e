import type { ExitCode, Text } from '../../../core/contracts/index.ts';
import { requireBook } from '../../../core/profile/book.ts';
import { faultsProblem } from '../../../core/profile/faults.ts';
import { findProfileFile } from '../../../core/profile/find.ts';
import { inspectProfiles } from '../../../core/profile/parse.ts';
import { say, value } from '../../../core/text/say.ts';
import { findingJson } from '../../text/json.ts';
import { findingLines, problemLines } from '../../text/problem-lines.ts';
import { writeDocument } from '../document.ts';
import { findOptions } from '../profiles.ts';
import { answer, type Session } from '../session.ts';
import { judgePluginIds } from './plugin-ids.ts';

/** Everything that is wrong with the profile file, at once; nothing is asked of any service, and no plugin is run. */
export async function validateProfiles(session: Session): Promise<ExitCode> {
  const found = await findProfileFile(findOptions(session));
  if (found === undefined) requireBook(undefined);
  const { path, text } = found ?? { path: '', text: '' };
  const parsed = inspectProfiles(text, path);
  const { faults, findings } = parsed.faults.length > 0 ? { faults: parsed.faults, findings: [] } : await judgePluginIds(session, parsed, path);
  const exitCode = faults.length === 0 ? 0 : 2;
  if (session.options.format !== 'text') {
    const problems = faults.map(({ message, ...place }) => ({ ...place, message: session.words(message) }));
    writeDocument(session, 'profile-validate', {
      file: path,
      valid: faults.length === 0,
      profiles: [...parsed.profiles.keys()],
      problems,
      findings: findings.map((each) => findingJson(each, session.language)),
      exitCode,
    });
  } else {
    if (faults.length === 0) answer(session, rightWords(path, parsed.profiles.size, findings.length > 0));
    else for (const line of problemLines(faultsProblem(path, faults), session.writer)) session.notes.line(line);
    for (const line of findings.flatMap((each) => findingLines(each, session.writer))) session.notes.line(line);
  }
  return exitCode;
}

function rightWords(path: string, count: number, partly: boolean): Text {
  const words = { file: value(path), count };
  return partly
    ? say(
        'In {file} nothing wrong was found, as far as it could be judged. Profiles: {count}.',
        '{file} の確認できる範囲に誤りはありません (プロファイル {count} 件)。',
        words,
      )
    : say('{file} is right. Profiles: {count}.', '{file} に誤りはありません (プロファイル {count} 件)。', words);
}
