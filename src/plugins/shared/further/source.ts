import { dirname, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod/mini';
import type { Files } from '../../../core/contracts/index.ts';
import { say, value } from '../../../core/text/say.ts';
import { named, pluginProblem } from './problems.ts';

/** Where a plugin's code begins. */
export interface Source {
  /** As the profile file has it: an npm name or a path. */
  readonly spec: string;
  /** Absolute, links followed. */
  readonly entry: string;
  readonly name?: string;
  readonly version?: string;
}

const packageSchema = z.object({
  name: z.optional(z.string()),
  version: z.optional(z.string()),
  main: z.optional(z.string()),
  exports: z.optional(z.unknown()),
});

/** @param base folder that paths and packages are looked for from @throws ProblemError `plugin-not-found` */
export async function findSource(files: Files, spec: string, base: string): Promise<Source> {
  const path = isPath(spec) ? resolve(base, spec) : undefined;
  const stat = path === undefined ? undefined : await files.stat(path);
  if (path !== undefined && stat === undefined) throw notFound(spec, base);
  const entry =
    path === undefined ? await resolved(spec, join(base, 'x.mjs'), spec, base) : stat?.kind === 'folder' ? await entryOf(files, path, spec, base) : path;
  if ((await files.stat(entry))?.kind !== 'file') throw notFound(spec, base);
  const real = await files.realPath(entry);
  const { name, version } = (await packageAbove(files, real))?.about ?? {};
  return { spec, entry: real, ...(name === undefined ? {} : { name }), ...(version === undefined ? {} : { version }) };
}

export function isPath(spec: string): boolean {
  return /^\.{1,2}([\\/]|$)/.test(spec) || isAbsolute(spec);
}

async function entryOf(files: Files, folder: string, spec: string, base: string): Promise<string> {
  const about = await readPackage(files, folder);
  if (about === undefined) throw notFound(spec, base);
  if (about.exports !== undefined && about.name !== undefined) return await resolved(about.name, join(folder, 'package.json'), spec, base);
  return resolve(folder, about.main ?? 'index.js');
}

// Node's own algorithm, from another parent than this file.
async function resolved(specifier: string, parent: string, spec: string, base: string): Promise<string> {
  const { resolve: resolveFrom } = await import('import-meta-resolve');
  try {
    return fileURLToPath(resolveFrom(specifier, pathToFileURL(parent).href));
  } catch (cause) {
    throw notFound(spec, base, cause);
  }
}

type About = z.infer<typeof packageSchema>;

async function readPackage(files: Files, folder: string): Promise<About | undefined> {
  const path = join(folder, 'package.json');
  if ((await files.stat(path))?.kind !== 'file') return undefined;
  try {
    const parsed = packageSchema.safeParse(JSON.parse(new TextDecoder().decode(await files.read(path))));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** The package that a file belongs to. */
async function packageAbove(files: Files, path: string): Promise<{ readonly folder: string; readonly about: About } | undefined> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const about = await readPackage(files, folder);
    if (about !== undefined) return { folder, about };
    if (dirname(folder) === folder) return undefined;
  }
}

function notFound(spec: string, base: string, cause?: unknown) {
  const error = pluginProblem(
    'plugin-not-found',
    say('The plugin {plugin} is not there, looked for from {base}.', 'プラグイン {plugin} が {base} から見つかりません。', {
      ...named(spec),
      base: value(base),
    }),
    isPath(spec)
      ? say('Correct the path, or build the plugin first.', 'パスを修正するか、先にプラグインをビルドしてください。')
      : say(
          'Install it beside the profile file with npm, or correct the name.',
          'プロファイル ファイルのある場所に npm でインストールするか、名前を修正してください。',
        ),
  );
  return cause === undefined ? error : Object.assign(error, { cause });
}
