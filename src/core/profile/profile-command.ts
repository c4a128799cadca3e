import type { Answers, Context, Environment } from '../contracts/index.ts';
import { shellWord } from '../text/shell-word.ts';

/** Where a profile was read from, or is going to be written. */
export interface Source {
  /** Absolute. */
  readonly file: string;
  /** By `--config`: a command that is to meet the profile again has to name the file, too. */
  readonly named: boolean;
}

/** A profile by its name, and what has to be said besides. */
export type Met = Pick<Context, 'profile' | 'flags'>;

/** What a command has to say besides the name of the profile that these answers were read from, to meet it again in this environment. */
export function flagsFor(env: Pick<Environment, 'id'>, answers: Answers, source: Source | undefined): readonly string[] {
  const elsewhere = (answers['environment'] ?? 'azure') !== env.id;
  return [...(elsewhere ? ['--env', env.id] : []), ...flagsOfFile(source)];
}

/** What a command has to say to find the profile file. */
export function flagsOfFile(source: Source | undefined): readonly string[] {
  return source?.named === true ? ['--config', source.file] : [];
}

/** `amltls <words> PROFILE`, with what it takes to meet this profile in this environment again. */
export function profileCommand(words: string, { profile, flags = [] }: Met): string {
  return ['amltls', words, profile ?? 'PROFILE', ...flags.map(shellWord)].join(' ');
}

/** What does the whole work again: the profile, or the wizard where there is none. */
export function replayCommand(met: Met): string {
  return met.profile === undefined ? 'amltls secure' : profileCommand('replay', met);
}

/** A command for the whole file, with what it takes to find it again. */
export function fileCommand(words: string, source: Source): string {
  return source.named === true ? withFile(`amltls ${words}`, source.file) : `amltls ${words}`;
}

/** A command for a profile of that file. */
export function withFile(command: string, file: string): string {
  return `${command} --config ${shellWord(file)}`;
}
