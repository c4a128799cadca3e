import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Home } from './bin.ts';

const HOOK = pathToFileURL(join(import.meta.dirname, 'die-at-journal.ts')).href;

/** Runs a command of the built bin that dies as by kill -9 at that entry of the journal. @returns whether it lived to the end */
export async function dyingAt(home: Home, args: readonly string[], entry: number): Promise<boolean> {
  const { code, stderr } = await home.run([...args, '--format', 'ndjson'], {
    env: { NODE_OPTIONS: `--import=${HOOK}`, AMLTLS_TEST_DIE_AT: String(entry) },
  });
  if (code !== null && code !== 0) throw new Error(stderr);
  return code === 0;
}
