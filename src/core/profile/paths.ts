import { isAbsolute, join, resolve } from 'node:path';
import type { Paths } from '../contracts/index.ts';

export interface PathPlaces {
  /** Relative paths of answers start here: the folder of the profile file, or the working directory. */
  readonly base: string;
  readonly home: string;
  readonly stateFolder: string;
  readonly profile: string | undefined;
}

/** Where the relative paths of a profile lead, and where its own files are kept. */
export function pathsFor({ base, home, stateFolder, profile }: PathPlaces): Paths {
  return {
    resolve(path) {
      if (path === '~') return home;
      if (/^~[\\/]/.test(path)) return join(home, path.slice(2));
      return isAbsolute(path) ? resolve(path) : resolve(base, path);
    },
    // No profile can be called so: names begin with a letter or a digit.
    own: join(stateFolder, 'profiles', profile ?? '_unnamed'),
  };
}
