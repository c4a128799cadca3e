import type { Json } from '../contracts/index.ts';
import { fail } from '../problems/problem-error.ts';
import { code, say, value } from '../text/say.ts';
import { isNested } from './flatten.ts';

/** The version of the file format that this program writes. */
export const PROFILE_VERSION = 1;

/**
 * Versions come one by one: the step at `n` turns a file of version `n` into one of `n + 1`. There is none yet.
 * @throws ProblemError `profile-too-new`
 */
export function migrate(json: Json, path: string): Json {
  const version = isNested(json) ? json['version'] : undefined;
  if (typeof version === 'number' && Number.isInteger(version) && version > PROFILE_VERSION) {
    return fail({
      code: 'profile-too-new',
      owner: 'you',
      message: say(
        '{file} was written by a newer amltls: its version is {found}, this one reads {known}.',
        '{file} は新しい amltls で作成されています。ファイルのバージョンは {found}、対応しているのは {known} です。',
        {
          file: value(path),
          found: value(String(version)),
          known: value(String(PROFILE_VERSION)),
        },
      ),
      next: [
        say('Update amltls, or name another file with {flag}.', 'amltls を更新するか、{flag} で別のファイルを指定してください。', { flag: code('--config') }),
      ],
    });
  }
  return json;
}
