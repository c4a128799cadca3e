import { fail } from '../../core/problems/problem-error.ts';
import type { ProfileBook } from '../../core/profile/book.ts';
import { writtenAnswers } from '../../core/profile/book.ts';
import { code, say } from '../../core/text/say.ts';

/** The profiles that a command is to work on, each once, in the order given. @throws ProblemError `profile-unknown`, `profile-missing` */
export function chooseProfiles(book: ProfileBook, names: readonly string[], all: boolean): readonly string[] {
  const chosen = all ? book.names : [...new Set(names)];
  for (const name of chosen) writtenAnswers(book, name);
  if (chosen.length > 0) return chosen;
  return fail({
    code: 'profile-missing',
    owner: 'you',
    message: all
      ? say('The profile file has no profiles yet.', 'プロファイル ファイルにプロファイルがありません。')
      : say('Which profile?', 'どのプロファイルですか?'),
    next: [
      book.names.length === 0
        ? say('Make one with {command}.', '{command} で作成してください。', { command: code('amltls secure NAME') })
        : say('Name one or more of {names}, or use {all}.', '{names} から 1 つ以上を指定するか、{all} を使ってください。', {
            names: code(book.names.join(', ')),
            all: code('--all'),
          }),
    ],
  });
}
