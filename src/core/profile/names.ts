import { fail } from '../problems/problem-error.ts';
import { code, say, value } from '../text/say.ts';

// A name becomes a folder of the state on every system.
export const PROFILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

export function isProfileName(name: string): boolean {
  return PROFILE_NAME.test(name) && !RESERVED.test(name) && !name.endsWith('.');
}

/** @throws ProblemError `profile-name-invalid` */
export function requireProfileName(name: string): string {
  if (isProfileName(name)) return name;
  return fail({
    code: 'profile-name-invalid',
    owner: 'you',
    message: say('{name} cannot be the name of a profile.', '{name} はプロファイル名として使えません。', { name: value(name) }),
    next: [
      say(
        'Use letters, digits, {marks}; begin with a letter or digit; at most 64 characters.',
        '英数字と {marks} を使い、英数字で始めてください (64 文字以内)。',
        { marks: code('. _ -') },
      ),
    ],
  });
}
