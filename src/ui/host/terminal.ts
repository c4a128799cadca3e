import type { Host } from './host.ts';
import type { Settings } from './settings.ts';

type Seen = Pick<Host, 'stdin' | 'stdout' | 'env' | 'platform'> & { readonly settings?: Settings };

/** A person can be asked: keys come in and words go out. */
export function hasPerson({ stdin, stdout }: Seen): boolean {
  return stdin.isTTY === true && stdout.isTTY === true;
}

/** One line after another, nothing redrawn: asked for, or all that this terminal can do. */
export function wantsPlain({ stdout, env, settings }: Seen, flag: boolean): boolean {
  const size = stdout.columns ?? 0;
  return flag || settings?.screen === 'lines' || isSet(env['ACCESSIBLE']) || env['TERM'] === 'dumb' || (stdout.isTTY === true && size === 0);
}

/** Whether marks beyond ASCII will be drawn. */
export function hasUnicode({ env, platform, settings }: Seen): boolean {
  if (settings?.marks === 'unicode') return true;
  if (settings?.marks === 'ascii') return false;
  if (platform === 'win32') return [env['WT_SESSION'], env['TERM_PROGRAM'], env['ConEmuTask']].some(isSet) || env['TERM'] === 'xterm-256color';
  if (env['TERM'] === 'linux') return false;
  const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find(isSet);
  return locale === undefined ? platform === 'darwin' : /utf-?8/i.test(locale);
}

/** Set to something that means yes. */
export function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0';
}
