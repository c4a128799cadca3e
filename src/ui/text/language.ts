import type { Language } from '../../core/contracts/index.ts';

/** `--lang`, then the setting, then LC_ALL, LC_MESSAGES, LANG: the first that is set decides; anything but Japanese is English. */
export function plainLanguage(flag: string | undefined, env: Readonly<Record<string, string | undefined>>, setting: 'auto' | Language = 'auto'): Language {
  const wish = [flag, setting === 'auto' ? undefined : setting, env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(
    (each) => each !== undefined && each !== '',
  );
  return wish !== undefined && /^ja(?:$|[-_.@])/i.test(wish) ? 'ja' : 'en';
}
