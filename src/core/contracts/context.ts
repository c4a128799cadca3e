import type { Answers } from './answers.ts';
import type { Environment } from './environment.ts';

/** All that a plugin or a question is handed. */
export interface Context {
  readonly env: Environment;
  readonly answers: Answers;
  readonly signal: AbortSignal;
  /** The profile these answers belong to; undefined while they are still unnamed. */
  readonly profile: string | undefined;
  /** What a command line has to say besides the profile's name to meet it again in this environment: `['--config', '/etc/amltls.yaml']`. */
  readonly flags?: readonly string[];
  readonly paths: Paths;
}

export interface Paths {
  /** Absolute; relative ones are relative to the profile file. `~` is the home folder. */
  resolve(path: string): string;
  /** A folder in the user's state, kept for this profile: certificates made here, kept public parts. */
  readonly own: string;
}
