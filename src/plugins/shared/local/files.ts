import { readFileSync, statSync } from 'node:fs';
import { type FileHandle, open, readdir, realpath, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FileStat, Files } from '../../../core/contracts/index.ts';
import { createAtomically, flushFolder, makeFolder, writeAtomically } from './atomic-write.ts';
import { type Doing, fileProblem, systemCode, tooLarge } from './file-problems.ts';
import { lockFile } from './lock.ts';

const DEFAULT_LIMIT = 16 * 1024 * 1024;
const CHUNK = 64 * 1024;
const SMALL = 256 * 1024;
const NOTHING_THERE = new Set(['ENOENT', 'ENOTDIR']);

/** The files of this machine. `remove` takes folders with all that is in them; a link is removed, not what it points to. */
export function createFiles(): Files {
  return {
    read: (path, limit = DEFAULT_LIMIT) => guarded(path, 'read', () => readWhole(path, limit)),
    write: (path, data, { mode, exclusive = false }) =>
      guarded(path, 'write', () => (exclusive ? createAtomically(path, data, mode) : writeAtomically(path, data, mode))),
    append: (path, data, { mode }) => guarded(path, 'write', () => appendWhole(path, data, mode)),
    stat: (path) => guarded(path, 'read', () => unlessMissing(() => look(path), undefined)),
    list: (path) => guarded(path, 'read', () => unlessMissing(async () => (await readdir(path)).sort(), [])),
    remove: (path) => guarded(path, 'write', () => rm(path, { recursive: true, force: true, maxRetries: 3 })),
    realPath: (path) => guarded(path, 'read', () => realpath(path)),
    lock: (path) => guarded(path, 'write', () => lockFile(path)),
  };
}

async function guarded<T>(path: string, doing: Doing, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw fileProblem(error, path, doing);
  }
}

async function unlessMissing<T>(work: () => Promise<T>, missing: T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (NOTHING_THERE.has(systemCode(error))) return missing;
    throw error;
  }
}

async function look(path: string): Promise<FileStat> {
  const found = await stat(path);
  const windows = process.platform === 'win32';
  return {
    kind: found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other',
    size: found.size,
    mode: windows ? 0 : found.mode & 0o7777,
    uid: windows ? -1 : found.uid,
    modifiedAt: found.mtimeMs,
  };
}

async function readWhole(path: string, limit: number): Promise<Uint8Array> {
  // Windows refuses to open a folder with EPERM, which would read as a missing right.
  const found = statSync(path);
  if (found.isDirectory()) throw Object.assign(new Error('folder'), { code: 'EISDIR' });
  if (found.isFile() && found.size > 0 && found.size <= SMALL) return atOnce(path, limit);
  await using file = await open(path, 'r');
  const chunks: Uint8Array[] = [];
  let total = 0;
  const room = found.size > 0 ? Math.min(found.size + 1, CHUNK) : CHUNK;
  // Counted while reading: a device or a pipe says nothing true about its size.
  for (;;) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(room), 0, room, null);
    if (bytesRead === 0) break;
    total += bytesRead;
    if (total > limit) throw tooLarge(path, limit);
    chunks.push(buffer.subarray(0, bytesRead));
  }
  return new Uint8Array(Buffer.concat(chunks, total));
}

// Faster than the first of many threads can be started; a pipe or a device is not waited for like this.
function atOnce(path: string, limit: number): Uint8Array {
  const bytes = readFileSync(path);
  if (bytes.length > limit) throw tooLarge(path, limit);
  return new Uint8Array(bytes);
}

async function appendWhole(path: string, data: string, mode: number): Promise<void> {
  await makeFolder(dirname(path));
  await using file = await open(path, 'a', mode);
  const before = (await file.stat()).size;
  await writeOrTakeBack(file, data, before);
  if (before === 0) await flushFolder(dirname(path));
}

/** A disk that fills up in the middle leaves no half line behind. */
async function writeOrTakeBack(file: FileHandle, data: string, before: number): Promise<void> {
  try {
    await file.appendFile(data);
    await file.sync();
  } catch (error) {
    await file.truncate(before).catch(() => undefined);
    throw error;
  }
}
