import { basename, join } from 'node:path';
import type { Environment, Paths } from '../contracts/index.ts';

/** What a profile keeps belongs to the environment it was made in: a practice certificate, dated in practice time, is never taken for a real one. */
export function pathsIn(env: Pick<Environment, 'stateFolder'>, paths: Paths): Paths {
  return env.stateFolder === undefined ? paths : { ...paths, own: join(env.stateFolder, 'profiles', basename(paths.own)) };
}
