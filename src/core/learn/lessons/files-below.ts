import { join } from 'node:path';
import type { Files } from '../../contracts/index.ts';

/** A path's file, or all files of a folder and of those inside it; empty where nothing lies there. */
export async function filesBelow(files: Files, path: string): Promise<readonly string[]> {
  const found = await files.stat(path);
  if (found?.kind === 'file') return [path];
  if (found?.kind !== 'folder') return [];
  const inside = await Promise.all((await files.list(path)).map((name) => filesBelow(files, join(path, name))));
  return inside.flat();
}

/** Those of them that hold a text. */
export async function filesWith(files: Files, path: string, text: string): Promise<readonly string[]> {
  const all = await filesBelow(files, path);
  const holds = await Promise.all(all.map(async (file) => new TextDecoder().decode(await files.read(file)).includes(text)));
  return all.filter((_, at) => holds[at]);
}
