import type { Answers } from '../contracts/index.ts';
import { fail } from '../problems/problem-error.ts';
import { code, say, value } from '../text/say.ts';
import { type FindOptions, findProfileFile } from './find.ts';
import { answersOf } from './flatten.ts';
import { nearest } from './nearest.ts';
import type { ParsedProfiles } from './parse.ts';
import { type Resolved, resolvePlaceholders } from './placeholders.ts';

/** A profile file that was found and is right. */
export interface ProfileBook {
  readonly path: string;
  readonly parsed: ParsedProfiles;
  readonly names: readonly string[];
}

/** @throws ProblemError `profile-invalid`, `profile-file-foreign`, a file problem */
export async function openBook(options: FindOptions): Promise<ProfileBook | undefined> {
  const found = await findProfileFile(options);
  if (found === undefined) return undefined;
  // Most of what reading a profile needs is not needed where there is none.
  const { parseProfiles } = await import('./parse.ts');
  const parsed = parseProfiles(found.text, found.path);
  return { path: found.path, parsed, names: [...parsed.profiles.keys()] };
}

/** A profile's answers as the file has them, variables not filled in. @throws ProblemError `profile-unknown` */
export function writtenAnswers(book: ProfileBook, name: string): Answers {
  const profile = book.parsed.profiles.get(name);
  return profile === undefined ? unknownProfile(book, name) : answersOf(profile);
}

/** A profile's answers with its variables filled in. @throws ProblemError `profile-unknown`, `profile-untrusted`, `variable-missing` */
export async function resolvedAnswers(
  book: ProfileBook,
  name: string,
  options: Pick<FindOptions, 'files'> & { readonly stateFolder: string; readonly env: Readonly<Record<string, string | undefined>> },
): Promise<Resolved> {
  const written = writtenAnswers(book, name);
  const { trustedBy } = await import('./trust.ts');
  const trusted = await trustedBy(options.files, options.stateFolder, book.path);
  return resolvePlaceholders(written, options.env, trusted.env, name);
}

/** @throws ProblemError `profile-file-missing` */
export function requireBook(book: ProfileBook | undefined): ProfileBook {
  if (book !== undefined) return book;
  return fail({
    code: 'profile-file-missing',
    owner: 'you',
    message: say(
      'There is no profile file here, in the folders above, or in your config folder.',
      'このフォルダー、上位のフォルダー、構成フォルダーのいずれにもプロファイル ファイルがありません。',
    ),
    next: [
      say('Make one with {command}, or name one with {flag}.', '{command} で作成するか、{flag} で指定してください。', {
        command: code('amltls secure NAME'),
        flag: code('--config FILE'),
      }),
    ],
  });
}

function unknownProfile(book: ProfileBook, name: string): never {
  const close = nearest(name, book.names);
  return fail({
    code: 'profile-unknown',
    owner: 'you',
    message: say('{file} has no profile called {name}.', '{file} にプロファイル {name} はありません。', { file: value(book.path), name: value(name) }),
    next: [
      close !== undefined
        ? say('Did you mean {close}?', '{close} ではありませんか?', { close: code(close) })
        : book.names.length > 0
          ? say('Use one of: {names}', '次のいずれかを使ってください: {names}', { names: code(book.names.join(', ')) })
          : say('Make it with {command}.', '{command} で作成してください。', { command: code(`amltls secure ${name}`) }),
    ],
  });
}
