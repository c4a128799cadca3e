import { dirname, join, resolve } from 'node:path';
import type { Files } from '../contracts/index.ts';
import { fail } from '../problems/problem-error.ts';
import { code, say, value } from '../text/say.ts';
import { decode } from './decode.ts';
import { guardOwner } from './guard-owner.ts';

/** The names a profile file may have, best first. Never code. */
export const PROFILE_FILES = ['amltls.config.yaml', 'amltls.config.yml', 'amltls.config.json'] as const;

export interface FoundFile {
  readonly path: string;
  readonly text: string;
}

export interface FindOptions {
  readonly files: Files;
  /** `--config`: this file and no other. */
  readonly config: string | undefined;
  readonly cwd: string;
  readonly home: string;
  /** The user's config folder of amltls. */
  readonly configFolder: string;
  /** Of this process; undefined where the system has none. */
  readonly uid: number | undefined;
  /** One that is named and is not there is about to be made. */
  readonly maybeNew?: boolean;
  /** The first of PROFILE_FILES that lies in a folder, read and not run. */
  lookIn(folder: string): Promise<FoundFile | undefined>;
}

const LIMIT = 4 * 1024 * 1024;

/**
 * From the working directory upwards, no further than the home folder, then the user's config folder.
 * @throws ProblemError `profile-file-missing` for `--config`, `profile-file-foreign`, a file problem
 */
export async function findProfileFile(options: FindOptions): Promise<FoundFile | undefined> {
  if (options.config !== undefined) return await readGiven(options, resolve(options.cwd, options.config));
  for (const folder of await foldersOf(options)) {
    // Most folders hold none, and what reads one is large.
    const found = (await holdsOne(options.files, folder)) ? await options.lookIn(folder) : undefined;
    if (found === undefined) continue;
    await guardOwner(options.files, found.path, options.uid);
    return found;
  }
  return undefined;
}

async function holdsOne(files: Files, folder: string): Promise<boolean> {
  const stats = await Promise.all(PROFILE_FILES.map((name) => files.stat(join(folder, name))));
  return stats.some((stat) => stat !== undefined);
}

async function readGiven({ files, uid, maybeNew }: FindOptions, path: string): Promise<FoundFile | undefined> {
  if (!/\.(?:ya?ml|json)$/i.test(path)) {
    return fail({
      code: 'profile-file-kind',
      owner: 'you',
      message: say(
        '{file} is no profile file: it has to be YAML or JSON.',
        '{file} はプロファイル ファイルではありません。YAML または JSON を指定してください。',
        { file: value(path) },
      ),
      next: [say('Name a file that ends in {endings}.', '{endings} で終わるファイルを指定してください。', { endings: code('.yaml .yml .json') })],
    });
  }
  if (maybeNew === true && (await files.stat(path)) === undefined) return undefined;
  await guardOwner(files, path, uid);
  return { path, text: decode(await files.read(path, LIMIT)) };
}

async function foldersOf({ files, cwd, home, configFolder }: FindOptions): Promise<readonly string[]> {
  const stop = await files.realPath(home).catch(() => home);
  const folders: string[] = [];
  let folder = await files.realPath(cwd).catch(() => cwd);
  for (;;) {
    folders.push(folder);
    const parent = dirname(folder);
    if (folder === stop || parent === folder) break;
    folder = parent;
  }
  return folders.includes(configFolder) ? folders : [...folders, configFolder];
}
