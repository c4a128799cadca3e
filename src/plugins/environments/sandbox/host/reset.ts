import { readdir, rm } from 'node:fs/promises';
import { join as joinPath } from 'node:path';
import { ProblemError } from '../../../../core/problems/problem-error.ts';
import { fileProblem } from '../../../shared/local/file-problems.ts';
import { lockFile } from '../../../shared/local/lock.ts';
import { lockPath } from './join-or-start.ts';
import { alreadyRuns } from './problems.ts';
import { readSandboxFile } from './sandbox-file.ts';

/** Everything that the sandbox keeps; whatever else lies in the folder was put there by somebody. */
const KEPT = ['state.json', 'sandbox.json', 'ports.json', 'ca', 'ca.pem', 'runs'];

/**
 * Forgets what was practised, the CA included.
 * @returns whether there was anything
 * @throws ProblemError `sandbox-already-runs` while a host runs
 */
export async function reset(stateDir: string): Promise<boolean> {
  const there = await readdir(stateDir).catch(() => []);
  const found = there.filter((name) => KEPT.includes(name));
  if (found.length === 0) return false;
  const lock = await lockFile(lockPath(stateDir)).catch(async (error: unknown) => {
    if (error instanceof ProblemError && error.problem.code === 'locked') throw alreadyRuns(stateDir, (await readSandboxFile(stateDir))?.pid);
    throw error;
  });
  try {
    for (const name of found) await rm(joinPath(stateDir, name), { recursive: true, force: true });
  } catch (error) {
    throw fileProblem(error, stateDir, 'write');
  } finally {
    await lock[Symbol.asyncDispose]();
  }
  return true;
}
