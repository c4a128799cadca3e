import { randomBytes } from 'node:crypto';
import { constants, copyFile, type FileHandle, link, mkdir, open, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { systemCode } from './file-problems.ts';

const FOLDER_MODE = 0o700;
// File systems without hard links: FAT, some network and FUSE mounts.
const NO_HARD_LINKS = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EINVAL']);
// On Windows a virus scanner or an indexer may hold the old file for a moment.
const HELD_FOR_A_MOMENT = new Set(['EPERM', 'EACCES', 'EBUSY']);

/**
 * Replaces a file as a whole, or creates it, and flushes it to the disk. A link is followed, not replaced.
 *
 * Written here because write-file-atomic takes a short write (a disk that fills up in the middle) for a whole one
 * and renames the truncated file into place.
 */
export async function writeAtomically(path: string, data: string | Uint8Array, mode: number): Promise<void> {
  const target = await realpath(path).catch(() => path);
  await withStaged(target, data, mode, async (staged) => {
    await renameOver(staged, target);
  });
}

/** Creates a file that must not exist: whole, or not at all. Rejects with `EEXIST` where something lies there. */
export async function createAtomically(path: string, data: string | Uint8Array, mode: number): Promise<void> {
  await withStaged(path, data, mode, async (staged) => {
    await link(staged, path).catch((error: unknown) => {
      if (!NO_HARD_LINKS.has(systemCode(error))) throw error;
      return copyFile(staged, path, constants.COPYFILE_EXCL);
    });
  });
}

/** A folder and all above it, private to the user. */
export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: FOLDER_MODE }).catch((error: unknown) => {
    // A file where the folder should be; `EEXIST` would read as "the file that you write exists".
    throw systemCode(error) === 'EEXIST' ? Object.assign(new Error('not a folder'), { code: 'ENOTDIR' }) : error;
  });
}

/** Makes a new name survive a power cut. Windows cannot flush folders and does not need it. */
export async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

async function withStaged(path: string, data: string | Uint8Array, mode: number, publish: (staged: string) => Promise<void>): Promise<void> {
  const folder = dirname(path);
  await makeFolder(folder);
  const staged = join(folder, `.${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(staged, 'wx', mode);
    await fill(file, data, mode).finally(() => file.close());
    await publish(staged);
  } finally {
    await rm(staged, { force: true });
  }
  await flushFolder(folder);
}

async function fill(file: FileHandle, data: string | Uint8Array, mode: number): Promise<void> {
  await file.chmod(mode);
  await file.writeFile(data);
  await file.sync();
}

async function renameOver(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await rename(from, to);
    } catch (error) {
      const again = process.platform === 'win32' && attempt < 6 && HELD_FOR_A_MOMENT.has(systemCode(error));
      if (!again) throw error;
      await delay(attempt * 20);
    }
  }
}
