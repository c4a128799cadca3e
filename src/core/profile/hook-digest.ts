import { createHash } from 'node:crypto';
import { dirname, isAbsolute, resolve } from 'node:path';
import type { Files } from '../contracts/index.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { allHooks, type Hook, type Hooks } from './hooks.ts';

const LIMIT = 64 * 1024 * 1024;

/**
 * Stands for everything that hooks would run: their words, and what is in the files that a command names. Whoever can change
 * either makes another digest. undefined where there are no hooks.
 * @param profileFile absolute
 */
export async function hooksDigest(files: Files, hooks: Hooks, profileFile: string): Promise<string | undefined> {
  const all = allHooks(hooks);
  if (all.length === 0) return undefined;
  const contents = await Promise.all(all.flatMap((hook) => filesOf(hook, profileFile)).map((file) => contentOf(files, file)));
  return createHash('sha256')
    .update(JSON.stringify([hooks.on, contents]))
    .digest('hex');
}

/** A path as a command means it: relative ones start at the profile file. undefined for a name that is looked for in PATH. */
export function programFile(word: string, profileFile: string): string | undefined {
  if (!/[\\/]/.test(word)) return undefined;
  return isAbsolute(word) ? word : resolve(dirname(profileFile), word);
}

// `bash ./notify.sh`: the script is what matters.
function filesOf(hook: Hook, profileFile: string): readonly string[] {
  return hook.kind === 'webhook' ? [] : hook.argv.flatMap((word) => programFile(word, profileFile) ?? []);
}

async function contentOf(files: Files, file: string): Promise<string> {
  if ((await files.stat(file))?.kind !== 'file') return 'no file';
  try {
    return createHash('sha256')
      .update(await files.read(file, LIMIT))
      .digest('hex');
  } catch (thrown) {
    if (thrown instanceof ProblemError) return 'unreadable';
    throw thrown;
  }
}
