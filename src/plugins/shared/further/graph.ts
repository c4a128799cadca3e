import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { parse as parseModule } from 'es-module-lexer';
import type { Files } from '../../../core/contracts/index.ts';
import { type Format, PLUGIN_API } from './copied.ts';
import { commonJs, computedImport, tooMuch, unreadable, unresolved } from './graph-problems.ts';

/** One file that would run. */
export interface GraphFile {
  /** Absolute, links followed. */
  readonly path: string;
  readonly sha256: string;
  readonly format: Format;
  /** Specifier as written → absolute path of another file of the graph, `node:…`, or `amltls/plugin`. */
  readonly imports: Readonly<Record<string, string>>;
  readonly source: Uint8Array;
}

const MOST_FILES = 1000;
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * Every file that importing the entry can run, entry first: static imports, re-exports, and `import()` of a literal. Nothing is run.
 * @throws ProblemError `plugin-computed-import`, `plugin-commonjs`, `plugin-import-unresolved`, `plugin-unreadable`, `plugin-too-large`
 */
export async function closedGraph(files: Files, spec: string, entry: string): Promise<readonly GraphFile[]> {
  const { init, parse } = await import('es-module-lexer');
  await init;
  const found = new Map<string, GraphFile>();
  const open = [entry];
  let bytes = 0;
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path)) continue;
    const source = await files.read(path, MOST_BYTES);
    bytes += source.length;
    if (found.size >= MOST_FILES || bytes > MOST_BYTES) throw tooMuch(spec);
    const lexed = extname(path) === '.json' ? undefined : parsed(parse, spec, path, source);
    const imports = lexed === undefined ? {} : await targets(files, spec, path, lexed.specifiers);
    found.set(path, { path, sha256: createHash('sha256').update(source).digest('hex'), format: lexed?.format ?? 'json', imports, source });
    open.push(...Object.values(imports).filter((target) => target !== PLUGIN_API && !target.startsWith('node:')));
  }
  return [...found.values()];
}

/** One hash for the whole: any byte of any file, and which import leads where. */
export function digestOf(graph: readonly GraphFile[]): string {
  const lines = graph.map(({ path, sha256, imports }) => JSON.stringify([path, sha256, Object.entries(imports).sort()])).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

type Parse = typeof parseModule;
type ImportSpecifier = ReturnType<Parse>[0][number];

function parsed(parse: Parse, spec: string, path: string, source: Uint8Array): { readonly format: Format; readonly specifiers: readonly string[] } {
  const extension = extname(path);
  const typescript = extension === '.ts' || extension === '.mts';
  if (!typescript && extension !== '.js' && extension !== '.mjs') throw commonJs(spec, path);
  const text = new TextDecoder().decode(source);
  const [imports, , , isModule] = lexed(parse, spec, path, text);
  if (!isModule && extension !== '.mjs' && extension !== '.mts') throw commonJs(spec, path);
  return { format: typescript ? 'module-typescript' : 'module', specifiers: imports.flatMap((each) => specifierOf(each, spec, path, text)) };
}

function lexed(parse: Parse, spec: string, path: string, text: string) {
  try {
    return parse(text, path);
  } catch (cause) {
    throw unreadable(spec, path, cause);
  }
}

function specifierOf(each: ImportSpecifier, spec: string, path: string, text: string): readonly string[] {
  if (each.type === 'import-meta') return [];
  if ('typeOnly' in each && each.typeOnly) return [];
  if (each.specifier !== undefined && !(each.type === 'dynamic' && each.glob)) return [each.specifier];
  throw computedImport(spec, path, text.slice(0, each.importStart).split('\n').length);
}

async function targets(files: Files, spec: string, path: string, specifiers: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const { isBuiltin } = await import('node:module');
  const entries: [string, string][] = [];
  for (const specifier of new Set(specifiers))
    entries.push([specifier, isBuiltin(specifier) ? nodeName(specifier) : await fileOf(files, spec, path, specifier)]);
  return Object.fromEntries(entries);
}

const nodeName = (specifier: string) => (specifier.startsWith('node:') ? specifier : `node:${specifier}`);

async function fileOf(files: Files, spec: string, path: string, specifier: string): Promise<string> {
  if (specifier === PLUGIN_API) return PLUGIN_API;
  const { resolve } = await import('import-meta-resolve');
  try {
    return await files.realPath(fileURLToPath(resolve(specifier, pathToFileURL(path).href)));
  } catch (cause) {
    throw unresolved(spec, path, specifier, cause);
  }
}
