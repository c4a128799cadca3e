import type { Text } from '../../contracts/index.ts';
import { ProblemError } from '../../problems/problem-error.ts';
import { readYaml } from '../../profile/read-yaml.ts';
import { keyText } from '../../profile/schema-faults.ts';
import { issueWords } from '../../text/issue-words.ts';
import { code, say, value } from '../../text/say.ts';
import { termOf } from '../glossary/glossary.ts';
import { type Lesson, lessonSchema } from './schema.ts';

/**
 * A lesson from its file's text.
 * @param file named in the problem
 * @throws ProblemError `lesson-invalid` with the line of the first fault
 */
export function readLesson(text: string, file: string): Lesson {
  const yaml = readYaml(text);
  const [broken] = yaml.faults;
  if (broken !== undefined) throw invalid(file, broken.line, '', broken.message);
  const parsed = lessonSchema.safeParse(yaml.json, { reportInput: true });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = issue === undefined ? [] : [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])];
    throw invalid(file, yaml.placeOf(path, 'value').line, keyText(path), issue === undefined ? '' : issueWords(issue));
  }
  const lesson = parsed.data;
  const stranger = lesson.terms.findIndex((term) => termOf(term)?.id !== term);
  if (stranger >= 0) throw invalid(file, yaml.placeOf(['terms', stranger], 'value').line, `terms.${stranger}`, say('no such term', 'その用語はありません'));
  return lesson;
}

function invalid(file: string, line: number, key: string, reason: Text): ProblemError {
  return new ProblemError({
    code: 'lesson-invalid',
    owner: 'amltls',
    message: say('The lesson {file} is not valid: line {line}, {key}: {reason}', 'レッスン {file} が正しくありません: {line} 行目、{key}: {reason}', {
      file: value(file),
      line,
      key: code(key === '' ? '/' : key),
      reason,
    }),
    next: [
      say(
        'Correct that line. If you did not write the file, install amltls again.',
        'その行を修正してください。自分で書いたファイルでない場合は、amltls を再インストールしてください。',
      ),
    ],
  });
}
