import { resolve } from 'node:path';
import { shellWord } from '../../../../core/text/shell-word.ts';
import type { Session } from '../../session.ts';
import type { ObtainFlags } from './flags.ts';

const PATHS: readonly string[] = ['out', 'trust', 'returned', 'authorityCa'];

/** The command that goes on with it, from any folder and in any process: the same names, answers and environment. */
export function againCommand({ host, options }: Session, command: string, names: readonly string[], { wait: _wait, ...flags }: ObtainFlags): string {
  const named = Object.entries({ out: '.', ...flags }).flatMap(([name, given]) => {
    const flag = `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    if (typeof given === 'string') return [flag, PATHS.includes(name) ? resolve(host.cwd, given) : given];
    return given === true ? [flag] : [];
  });
  const env = options.env === undefined ? [] : ['--env', options.env];
  return ['amltls', 'cert', command, ...[...names, ...named, ...options.set.flatMap((set) => ['--set', set]), ...env].map(shellWord)].join(' ');
}
