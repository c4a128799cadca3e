import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ExitCode } from '../../../core/contracts/index.ts';
import { fail } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { VERSION } from '../../host/version.ts';
import { writeDocument } from '../document.ts';
import { wrong } from '../options.ts';
import { answer, type Session, tell } from '../session.ts';
import { PLUGIN_KINDS } from './kinds.ts';

const NAME = /^[a-z][a-z0-9-]{0,63}$/;
// npm leaves a .gitignore out of packages; it gets its name here.
const RENAMED: Readonly<Record<string, string>> = { _gitignore: '.gitignore' };

/** Writes a small package that builds and passes its contract as it stands. Nothing that exists is written over. */
export async function newPlugin(session: Session, kind: string, name: string): Promise<ExitCode> {
  const { files, host, options } = session;
  if (!PLUGIN_KINDS.some((each) => each === kind)) wrong('KIND', kind, PLUGIN_KINDS.join(', '));
  if (!NAME.test(name)) wrong('NAME', name, 'my-dns');
  const folder = join(host.cwd, name);
  if ((await files.stat(folder)) !== undefined) exists(folder);
  const written: string[] = [];
  for (const part of ['common', kind]) {
    const from = fileURLToPath(new URL(`config/plugin/${part}/`, host.root));
    for (const path of await filesBelow(session, from)) {
      const to = relative(from, path).split(/[\\/]/);
      const last = to.pop() ?? '';
      const target = join(folder, ...to, RENAMED[last] ?? last);
      const text = new TextDecoder().decode(await files.read(path));
      await files.write(target, filled(text, { ID: name, KIND: kind, VERSION, AMLTLS: packageOf(host.root) }), { mode: 0o644, exclusive: true });
      written.push(target);
    }
  }
  if (options.format !== 'text') writeDocument(session, 'plugin-new', { kind, name, folder, files: written, exitCode: 0 }, true);
  else answer(session, say('{folder} was written.', '{folder} を作成しました。', { folder: value(folder) }));
  tell(session, say('Go on there: {commands}', '続きはそのフォルダーで: {commands}', { commands: code('npm install && npm test && npm run build') }));
  return 0;
}

function filled(text: string, words: Readonly<Record<string, string>>): string {
  return Object.entries(words).reduce((all, [word, given]) => all.replaceAll(`__${word}__`, given), text);
}

// What runs from a checkout is in no registry in this version: the folder itself is the package.
function packageOf(root: URL): string {
  const folder = fileURLToPath(root);
  return /[\\/]node_modules[\\/]/.test(folder) ? `^${VERSION}` : `file:${folder}`;
}

async function filesBelow(session: Session, folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of await session.files.list(folder)) {
    const path = join(folder, name);
    if ((await session.files.stat(path))?.kind === 'folder') found.push(...(await filesBelow(session, path)));
    else found.push(path);
  }
  return found;
}

function exists(folder: string): never {
  return fail({
    code: 'plugin-folder-exists',
    owner: 'you',
    message: say('{folder} exists already; nothing was written.', '{folder} は既に存在します。何も作成していません。', { folder: value(folder) }),
    next: [say('Choose another name.', '別の名前を選んでください。')],
  });
}
