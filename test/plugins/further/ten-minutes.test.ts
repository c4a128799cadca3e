import { spawn } from 'node:child_process';
import { chmod, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BIN, freshHome } from '../../helpers/bin.ts';

const ROOT = join(import.meta.dirname, '../../..');
const BLOCK = /^```(\w+)(?: file=(\S+))?\n([\s\S]*?)^```$/gm;

interface Block {
  readonly language: string;
  readonly file: string | undefined;
  readonly text: string;
}

/** The blocks of the page's first part, in order. */
async function blocks(): Promise<readonly Block[]> {
  const page = await readFile(join(ROOT, 'docs/plugins.md'), 'utf8');
  const part = page.slice(page.indexOf('## Ten minutes'), page.indexOf('## What a plugin is'));
  return [...part.matchAll(BLOCK)].map(([, language = '', file, text = '']) => ({ language, file, text }));
}

/** What `npm install` would bring; no test asks a registry. */
async function linkPackages(folder: string): Promise<void> {
  await mkdir(join(folder, 'node_modules/@types'), { recursive: true });
  await symlink(ROOT, join(folder, 'node_modules/amltls'), 'junction');
  for (const name of ['typescript', '@types/node']) await symlink(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name), 'junction');
}

function shell(line: string, cwd: string, env: NodeJS.ProcessEnv): Promise<{ code: number | null; output: string }> {
  const child = spawn(line, { cwd, env, shell: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  return new Promise((done) => child.once('close', (code) => done({ code, output })));
}

describe('docs/plugins.md', () => {
  it('leads to a working DNS plugin, line by line', { timeout: 120_000 }, async () => {
    const { folder, env: home } = await freshHomeWithBin();
    let cwd = folder;
    let last = '';
    const said: Record<string, string> = {};
    for (const { language, file, text } of await blocks()) {
      // What is written beside the package is written before the shell goes on there.
      if (file !== undefined) await writeFile(join(folder, file), text, { mode: 0o600 });
      if (language !== 'sh') continue;
      for (const line of text.trim().split('\n')) {
        if (line === 'npm install') await linkPackages(cwd);
        else if (line.startsWith('cd ')) cwd = join(cwd, line.slice(3));
        else {
          const { code, output } = await shell(line, cwd, home);
          expect([line, code, code === 0 ? '' : output]).toEqual([line, 0, '']);
          said[line] = output;
          last = output;
        }
      }
    }
    expect(said['npm test']).toMatch(/pass 5[\s\S]*fail 0/);
    expect(said['amltls plugin list']).toMatch(/dns +one-file-dns +.*ready/);
    expect(said['amltls plugin list']).toMatch(/dns +my-dns +0\.1\.0 .*ready/);
    expect(last).toMatch(/4\. DNS\n[\s\S]*create: Set www\.contoso\.com/);
  });
});

describe('amltls plugin new', () => {
  it.each(['certificate', 'target', 'environment'])('writes a %s that builds and passes its contract at once', { timeout: 60_000 }, async (kind) => {
    const { folder, env } = await freshHomeWithBin();
    expect((await shell(`amltls plugin new ${kind} mine`, folder, env)).code).toBe(0);
    const cwd = join(folder, 'mine');
    // No registry has the version of a checkout: npm takes the folder.
    expect(JSON.parse(await readFile(join(cwd, 'package.json'), 'utf8')).devDependencies.amltls).toBe(`file:${join(ROOT, '/')}`);
    await linkPackages(cwd);
    for (const line of ['npm run build', 'npm test']) expect(await shell(line, cwd, env)).toMatchObject({ code: 0 });
    expect((await shell(`amltls plugin new ${kind} mine`, folder, env)).code).toBe(2);
  });
});

/** A home folder in which `amltls` is a command. */
async function freshHomeWithBin() {
  const { folder, stateDir } = await freshHome();
  const bin = join(folder, 'bin');
  await mkdir(bin);
  await writeFile(join(bin, 'amltls'), `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`);
  await chmod(join(bin, 'amltls'), 0o755);
  await writeFile(join(bin, 'amltls.cmd'), `@"${process.execPath}" "${BIN}" %*\r\n`);
  const path = [bin, join(process.execPath, '..'), join(ROOT, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter);
  const env = {
    ...process.env,
    PATH: path,
    HOME: folder,
    USERPROFILE: folder,
    XDG_STATE_HOME: join(folder, '.state'),
    XDG_CONFIG_HOME: join(folder, '.config'),
    AMLTLS_SANDBOX_STATE_DIR: stateDir,
    LC_ALL: 'en_US.UTF-8',
    NODE_OPTIONS: '',
  };
  return { folder, env };
}
