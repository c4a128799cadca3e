import type { Host } from './host.ts';
import type { Settings } from './settings.ts';

type Seen = Pick<Host, 'stdin' | 'stdout' | 'env' | 'platform'> & { readonly settings?: Settings };

/** A person can be asked: keys come in and words go out. */
export function hasPerson({ stdin, stdout }: Seen): boolean {
  return stdout.isTTY === true && stdin.isTTY === true;
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

// Of those that name themselves so: from which version on they open links.
const LINKS_FROM: Readonly<Record<string, readonly [major: number, minor: number]>> = {
  'iTerm.app': [3, 1],
  WezTerm: [20_200_620, 0],
  vscode: [1, 72],
  ghostty: [0, 0],
  zed: [0, 0],
  WarpTerminal: [0, 0],
};

/**
 * Whether the terminal opens links (OSC 8). FORCE_HYPERLINK says it, otherwise what the terminal says of itself.
 * The rules of the package `supports-hyperlinks`, which asks the process by itself while it is loaded.
 */
export function hasHyperlinks({ env, platform }: Pick<Seen, 'env' | 'platform'>): boolean {
  const forced = env['FORCE_HYPERLINK'];
  if (forced !== undefined && forced !== '') return isSet(forced);
  if (isSet(env['WT_SESSION'])) return true;
  if (platform === 'win32' || isSet(env['CI']) || env['TERM'] === 'dumb') return false;
  const from = LINKS_FROM[env['TERM_PROGRAM'] ?? ''];
  if (from !== undefined) {
    const [major = 0, minor = 0] = (env['TERM_PROGRAM_VERSION'] ?? '').split(/[.-]/).map(Number);
    return major > from[0] || (major === from[0] && minor >= from[1]);
  }
  // 0.50.0 breaks down at the first link.
  if (isSet(env['VTE_VERSION'])) return Number(env['VTE_VERSION']) > 5000;
  return env['TERM'] === 'xterm-kitty' || env['TERM'] === 'alacritty' || env['TERM'] === 'xterm-ghostty';
}

/** Set to something that means yes. */
export function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0';
}
