import type { Context, Files } from '../../../../core/contracts/index.ts';
import type { Exploration, Found } from './state.ts';

const MOST = 200;
const READ_LIMIT = 1 << 20;

/** Asks the file system about a typed path: what lies there and what could complete it. Never throws. */
export async function explore(typed: string, { env: { files }, paths }: Pick<Context, 'env' | 'paths'>, extensions: readonly string[]): Promise<Exploration> {
  const cutAt = Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1;
  const folder = typed.slice(0, cutAt);
  const start = typed.slice(cutAt);
  const [found, names] = await Promise.all([
    look(files, typed === '' ? undefined : paths.resolve(typed)),
    listed(files, paths.resolve(folder === '' ? '.' : folder)),
  ]);
  const wanted = names.filter((name) => name.startsWith(start) && (start.startsWith('.') || !name.startsWith('.'))).slice(0, MOST);
  const kinds = await Promise.all(wanted.map((name) => files.stat(paths.resolve(folder + name)).catch(() => undefined)));
  const separator = folder.endsWith('\\') ? '\\' : '/';
  const matches = wanted.flatMap((name, at) => {
    if (kinds[at]?.kind === 'folder') return [`${folder}${name}${separator}`];
    return kinds[at]?.kind === 'file' && fits(name, extensions) ? [folder + name] : [];
  });
  return { of: typed, found, matches: matches.filter((match) => match !== typed) };
}

const fits = (name: string, extensions: readonly string[]): boolean =>
  extensions.length === 0 || extensions.some((extension) => name.toLowerCase().endsWith(`.${extension.replace(/^\./, '').toLowerCase()}`));

const listed = (files: Files, path: string): Promise<readonly string[]> => files.list(path).catch(() => []);

async function look(files: Files, path: string | undefined): Promise<Found> {
  if (path === undefined) return { kind: 'nothing' };
  try {
    const stat = await files.stat(path);
    if (stat === undefined) return { kind: 'nothing' };
    if (stat.kind === 'folder') return { kind: 'folder', entries: (await files.list(path)).length };
    if (stat.kind === 'other' || stat.size > READ_LIMIT) return { kind: 'file', size: stat.size };
    const { holdsOf } = await import('./holds.ts');
    return { kind: 'file', size: stat.size, holds: await holdsOf(await files.read(path, READ_LIMIT)) };
  } catch {
    return { kind: 'unreadable' };
  }
}
