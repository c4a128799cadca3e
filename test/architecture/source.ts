import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

export interface Import {
  /** As written: `node:fs`, `ink`, or a path below the root for relative ones. */
  readonly target: string;
  readonly lazy: boolean;
  readonly typeOnly: boolean;
}

export interface SourceFile {
  /** Below the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

/** Every TypeScript file below a folder of the repository. */
export function sourceFiles(folder: string): readonly SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => read(join(folder, name).split(sep).join('/')))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

function read(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return { path, text, imports: [...importsOf(path, text)] };
}

const STATIC = /^\s*(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const LAZY = /(?<!typeof )\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

function* importsOf(path: string, text: string): Generator<Import> {
  for (const [, type, target = ''] of text.matchAll(STATIC)) yield { target: resolved(path, target), lazy: false, typeOnly: type !== undefined };
  for (const [, target = ''] of text.matchAll(LAZY)) yield { target: resolved(path, target), lazy: true, typeOnly: false };
}

function resolved(from: string, target: string): string {
  if (!target.startsWith('.')) return target;
  return relative(ROOT, resolve(ROOT, dirname(from), target))
    .split(sep)
    .join('/');
}
