import type { FileStat, Files, Text } from '../contracts/index.ts';
import { fail } from '../problems/problem-error.ts';
import { code, say, value } from '../text/say.ts';
import { shellWord } from '../text/shell-word.ts';

const OTHERS_WRITE = 0o022;

/**
 * A profile decides what is sent where: only its owner may have a say in it. root may own it: root can do everything anyway.
 * @param uid of this process; undefined where the system has none, nothing is checked then
 * @throws ProblemError `profile-file-foreign`
 */
export async function guardOwner(files: Files, path: string, uid: number | undefined): Promise<void> {
  const stat = await files.stat(path);
  if (stat === undefined || uid === undefined || stat.uid === -1) return;
  const words = wordsFor(stat, path, uid);
  if (words !== undefined) fail({ code: 'profile-file-foreign', owner: 'you', ...words });
}

function wordsFor(stat: FileStat, path: string, uid: number): { readonly message: Text; readonly next: readonly Text[] } | undefined {
  const file = { file: value(path) };
  if (stat.uid !== uid && stat.uid !== 0) {
    return {
      message: say('{file} belongs to another user; it is not read.', '{file} は別のユーザーが所有しているため、読み取りません。', file),
      next: [
        say(
          'Copy it to a file of your own, look at it, and name that one with {flag}.',
          '自分のファイルにコピーして内容を確認し、{flag} で指定してください。',
          { flag: code('--config') },
        ),
      ],
    };
  }
  if ((stat.mode & OTHERS_WRITE) !== 0) {
    return {
      message: say('Other users may write to {file}; it is not read.', '{file} は他のユーザーが書き込めるため、読み取りません。', file),
      next: [
        say('Look at what is in it, then take the right away: {command}', '内容を確認してから、書き込み権限を取り除いてください: {command}', {
          command: code(`chmod go-w ${shellWord(path)}`),
        }),
      ],
    };
  }
  return undefined;
}
