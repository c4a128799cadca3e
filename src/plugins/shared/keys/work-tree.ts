import { dirname, join, relative, sep } from 'node:path';
import type { Files } from '../../../core/contracts/index.ts';
import { existing } from '../shelf/folder.ts';

/** The git work tree that a folder lies in, or would lie in; undefined where there is none. */
export async function workTreeOf(folder: string, files: Files): Promise<string | undefined> {
  for (let at = await realFolder(folder, files); ; at = dirname(at)) {
    if ((await files.stat(join(at, '.git'))) !== undefined) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** Whether git's own rules, as they stand in the files of this work tree, keep a path out of a commit. */
export async function isIgnored(path: string, root: string, files: Files): Promise<boolean> {
  const { default: ignore } = await import('ignore');
  const real = join(await realFolder(dirname(path), files), path.slice(dirname(path).length));
  const inside = relative(root, real).split(sep);
  if (inside[0] === '..') return false;
  // The rules of a folder are relative to it; those further down win, and nothing below an ignored folder can be taken back.
  let ignored = false;
  for (let depth = 0; depth < inside.length; depth += 1) {
    const folder = join(root, ...inside.slice(0, depth));
    const rules = (await rulesIn(join(folder, '.gitignore'), files)) + (depth === 0 ? await rulesIn(join(root, '.git', 'info', 'exclude'), files) : '');
    const verdict = ignore().add(rules).test(inside.slice(depth).join('/'));
    if (verdict.ignored) ignored = true;
    else if (verdict.unignored) ignored = false;
  }
  return ignored;
}

async function rulesIn(file: string, files: Files): Promise<string> {
  if ((await files.stat(file))?.kind !== 'file') return '';
  return `${new TextDecoder().decode(await files.read(file))}\n`;
}

async function realFolder(folder: string, files: Files): Promise<string> {
  const there = await existing(folder, files);
  return join(await files.realPath(there), relative(there, folder));
}
