import type { Text } from '../contracts/index.ts';
import { fail } from '../problems/problem-error.ts';
import { code, say, value } from '../text/say.ts';

// A name becomes a folder of the state on every system.
export const PROFILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

export function isProfileName(name: string): boolean {
  return PROFILE_NAME.test(name) && !RESERVED.test(name) && !name.endsWith('.');
}

export function nameRefused(name: string): Text {
  return say(
    '{name} cannot be the name of a profile: letters, digits and {marks} only, a letter or digit first, at most 64.',
    '{name} はプロファイル名として使えません。英数字と {marks} だけを使い、英数字で始め、64 文字以内にしてください。',
    { name: value(name), marks: code('. _ -') },
  );
}

/** @throws ProblemError `profile-name-invalid` */
export function requireProfileName(name: string): string {
  if (isProfileName(name)) return name;
  return fail({
    code: 'profile-name-invalid',
    owner: 'you',
    message: nameRefused(name),
    next: [say('Choose another name, for example {example}.', '別の名前を選んでください (例: {example})。', { example: code('contoso') })],
  });
}
