import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Context, Files } from '../../../core/contracts/index.ts';

/** Where the pairs of a name are kept: the folder that was named, or one in the profile's own. One folder a name. */
export function shelfFolder(plugin: string, names: readonly string[], answer: unknown, { paths }: Context): string {
  const base = typeof answer === 'string' && answer.trim() !== '' ? paths.resolve(answer) : join(paths.own, plugin);
  return join(base, (names[0] ?? 'unnamed').replaceAll('*', '_'));
}

/**
 * Writes and removes an empty file where a folder is, or would be made: what cannot be kept must not be ordered.
 * @throws ProblemError `file-not-writable`, `disk-full`
 */
export async function refuseUnwritable(folder: string, files: Files): Promise<void> {
  const probe = join(await existing(folder, files), `.amltls-${randomBytes(6).toString('hex')}.tmp`);
  await files.write(probe, '\n', { mode: 0o600, exclusive: true });
  await files.remove(probe);
}

/** The folder itself, or the closest one above it that is there. */
export async function existing(folder: string, files: Files): Promise<string> {
  const parent = dirname(folder);
  if (parent === folder || (await files.stat(folder)) !== undefined) return folder;
  return await existing(parent, files);
}
