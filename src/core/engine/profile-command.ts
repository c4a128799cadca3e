import { shellWord } from '../text/shell-word.ts';
import type { Parts } from './parts.ts';

/** Where a profile was read from. */
export interface Source {
  /** Absolute. */
  readonly file: string;
  /** By `--config`: a command that is to meet the profile again has to name the file, too. */
  readonly named: boolean;
}

type Met = Pick<Parts, 'context' | 'elsewhere' | 'source'>;

/** `amltls <words> PROFILE`, with what it takes to meet this profile in this environment again. */
export function profileCommand(words: string, { context, elsewhere, source }: Met): string {
  const command = `amltls ${words} ${context.profile ?? 'PROFILE'}`;
  const there = elsewhere ? `${command} --env ${context.env.id}` : command;
  return source?.named === true ? withFile(there, source.file) : there;
}

/** What does the whole work again: the profile, or the wizard where there is none. */
export function replayCommand(met: Met): string {
  return met.context.profile === undefined ? 'amltls secure' : profileCommand('replay', met);
}

/** A command for a profile of that file. */
export function withFile(command: string, file: string): string {
  return `${command} --config ${shellWord(file)}`;
}
