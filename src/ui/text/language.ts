import type { Language } from '../../core/contracts/index.ts';

/** `--lang`, then LC_ALL, LC_MESSAGES, LANG: the first that is set decides; anything but Japanese is English. */
export function plainLanguage(flag: string | undefined, env: Readonly<Record<string, string | undefined>>): Language {
  const wish = [flag, env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((each) => each !== undefined && each !== '');
  return wish !== undefined && /^ja(?:$|[-_.@])/i.test(wish) ? 'ja' : 'en';
}
