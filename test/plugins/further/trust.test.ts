import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FileStat, Files } from '../../../src/core/contracts/index.ts';
import { closedGraph, digestOf } from '../../../src/plugins/shared/further/graph.ts';
import { findSource } from '../../../src/plugins/shared/further/source.ts';
import { survey } from '../../../src/plugins/shared/further/survey.ts';
import { copyGraph, keepTrusted, trustedOf } from '../../../src/plugins/shared/further/trust-store.ts';
import { guardWriters } from '../../../src/plugins/shared/further/writers.ts';
import { createFiles } from '../../../src/plugins/shared/local/index.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const files = createFiles();
const uid = process.getuid?.();

async function folderOf(content: Readonly<Record<string, string>>): Promise<string> {
  const folder = await tempFolder();
  for (const [name, text] of Object.entries(content)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return await files.realPath(folder);
}

const graphOf = async (content: Readonly<Record<string, string>>) => {
  const folder = await folderOf(content);
  const graph = await closedGraph(files, 'x', join(folder, 'index.js'));
  return graph.map(({ path }) => path.slice(folder.length + 1)).sort();
};

describe('the closed import graph', () => {
  it('is everything that can run: imports, re-exports, literal import(), JSON, packages, and no types', async () => {
    const found = await graphOf({
      'index.js': `import './a.js'; export * from './b.mjs'; const c = () => import('./c.js'); import data from './d.json' with { type: 'json' };\nimport { dep } from 'dep'; import 'node:fs'; import { say } from 'amltls/plugin'; import.meta.url;`,
      'a.js': `import './e.ts'; // import './in-a-comment.js'\nconst words = "import './in-a-string.js'";`,
      'b.mjs': 'export const b = 1;',
      'c.js': 'export {};',
      'd.json': '{}',
      'e.ts': `import type { Change } from 'amltls/plugin'; import type { X } from './only-types.ts'; export const e: number = 1;`,
      'node_modules/dep/package.json': '{ "name": "dep", "exports": { "import": "./esm.mjs", "require": "./cjs.cjs" } }',
      'node_modules/dep/esm.mjs': 'export const dep = 1;',
    });
    expect(found).toEqual(['a.js', 'b.mjs', 'c.js', 'd.json', 'e.ts', 'index.js', 'node_modules/dep/esm.mjs']);
  });

  it.each([
    ['plugin-computed-import', { 'index.js': 'export {}; const name = "./a.js"; import(name);' }],
    ['plugin-computed-import', { 'index.js': ['export {}; import(`./$', '{process.argv[2]}.js`);'].join('') }],
    ['plugin-commonjs', { 'index.js': 'module.exports = {};' }],
    ['plugin-commonjs', { 'index.js': "import './a.cjs';", 'a.cjs': '' }],
    ['plugin-commonjs', { 'index.js': "import './a.node';", 'a.node': '' }],
    ['plugin-import-unresolved', { 'index.js': "import 'not-installed';" }],
    ['plugin-import-unresolved', { 'index.js': "import 'data:text/javascript,0';" }],
    ['plugin-import-unresolved', { 'index.js': "import 'https://example.com/a.js';" }],
    ['plugin-import-unresolved', { 'index.js': "import 'amltls/testing';" }],
    ['plugin-unreadable', { 'index.js': "import { from './a.js';" }],
  ])('refuses what cannot be shown: %s', async (code, content) => {
    await expect(graphOf(content as never)).rejects.toMatchObject({ problem: { code } });
  });

  it('has another digest when one byte of it, or where one import leads, is another', async () => {
    const folder = await folderOf({ 'index.js': "import './a.js';", 'a.js': 'export {};' });
    const read = () => closedGraph(files, 'x', join(folder, 'index.js'));
    const graph = await read();
    const [first, ...rest] = graph;
    expect(digestOf(await read())).toBe(digestOf(graph));
    const led = graph.map((file) => (file === first ? { ...file, imports: { './a.js': 'node:fs' } } : file));
    expect(digestOf(led)).not.toBe(digestOf(graph));
    await writeFile(join(folder, 'a.js'), 'export {}; ');
    expect(rest).toHaveLength(1);
    expect(digestOf(await read())).not.toBe(digestOf(graph));
  });
});

describe('where a plugin is', () => {
  it.each([
    ['./one', 'one/lib/main.js'],
    ['./two', 'two/dist/index.js'],
    ['./file.mjs', 'file.mjs'],
    ['pack', 'node_modules/pack/index.js'],
    ['@scope/pack', 'node_modules/@scope/pack/index.js'],
  ])('%s', async (spec, expected) => {
    const folder = await folderOf({
      'one/package.json': '{ "main": "lib/main.js" }',
      'one/lib/main.js': '',
      'two/package.json': '{ "name": "two", "version": "2.0.0", "exports": { ".": { "types": "./x.d.ts", "default": "./dist/index.js" } } }',
      'two/dist/index.js': '',
      'file.mjs': '',
      'node_modules/pack/package.json': '{ "name": "pack" }',
      'node_modules/pack/index.js': '',
      'node_modules/@scope/pack/package.json': '{ "name": "@scope/pack", "exports": "./index.js" }',
      'node_modules/@scope/pack/index.js': '',
    });
    expect((await findSource(files, spec, folder)).entry).toBe(join(folder, expected));
    await expect(findSource(files, `${spec}-not`, folder)).rejects.toMatchObject({ problem: { code: 'plugin-not-found' } });
  });
});

describe.skipIf(process.platform === 'win32')('who can write to it', () => {
  /** A file system of modes and owners alone. */
  const withStats = (stats: Readonly<Record<string, Partial<FileStat>>>): Files =>
    ({ ...files, stat: async (path: string) => ({ kind: 'folder', size: 0, mode: 0o755, uid: 0, modifiedAt: 0, ...stats[path] }) }) as Files;

  it.each([
    [{ '/home/me/p/index.js': { kind: 'file', uid: 1000, mode: 0o644 } }, true],
    [{ '/home/me/p/index.js': { kind: 'file', uid: 1000, mode: 0o664 } }, false],
    [{ '/home/me/p/index.js': { kind: 'file', uid: 1001, mode: 0o600 } }, false],
    [{ '/home/me/p': { uid: 1000, mode: 0o777 } }, false],
    [{ '/home/me/p': { uid: 1000, mode: 0o1777 } }, false],
    [{ '/home': { uid: 0, mode: 0o1777 } }, true],
    [{ '/home': { uid: 0, mode: 0o777 } }, false],
    [{ '/home/me': { uid: 1002, mode: 0o755 } }, false],
  ] as const)('%j: %s', async (stats, fine) => {
    const looked = guardWriters(withStats(stats), 'x', ['/home/me/p/index.js'], 1000);
    await (fine ? expect(looked).resolves.toBeUndefined() : expect(looked).rejects.toMatchObject({ problem: { code: 'plugin-writable' } }));
  });
});

describe('what was trusted', () => {
  async function trusted(folder: string, state: string, spec: string, id: string): Promise<void> {
    const source = await findSource(files, spec, folder);
    const graph = await closedGraph(files, spec, source.entry);
    const copies = await copyGraph(files, state, graph);
    await keepTrusted(files, state, trustedOf(source, graph, copies, { kind: 'dns', id, at: '2026-11-24T00:00:00Z' }));
  }

  it('two of one id: the first in the file counts, the second is refused with the reason', async () => {
    const folder = await folderOf({ 'a.mjs': '', 'b.mjs': '' });
    const state = join(folder, 'state');
    for (const spec of ['./a.mjs', './b.mjs']) await trusted(folder, state, spec, 'same');
    const seen = await survey(['./a.mjs', './b.mjs', './c.mjs'], { files, state, base: folder, uid });
    expect(seen.map(({ problem }) => problem?.code)).toEqual([undefined, 'plugin-duplicate', 'plugin-not-found']);
  });

  it('a copy that somebody else may write to is not run either', async () => {
    const folder = await folderOf({ 'a.mjs': '' });
    const state = join(folder, 'state');
    await trusted(folder, state, './a.mjs', 'a');
    const look = async () => (await survey(['./a.mjs'], { files, state, base: folder, uid }))[0]?.problem?.code;
    expect(await look()).toBeUndefined();
    if (process.platform !== 'win32') {
      await chmod(join(state, 'plugins'), 0o777);
      expect(await look()).toBe('plugin-writable');
    }
  });

  it('is the file that a link leads to, not the link', async () => {
    const folder = await folderOf({ 'real/a.mjs': '', 'real/b.mjs': '' });
    await symlink(join(folder, 'real/a.mjs'), join(folder, 'link.mjs'));
    const state = join(folder, 'state');
    await trusted(folder, state, './link.mjs', 'a');
    const { rm } = await import('node:fs/promises');
    await rm(join(folder, 'link.mjs'));
    await symlink(join(folder, 'real/b.mjs'), join(folder, 'link.mjs'));
    expect((await survey(['./link.mjs'], { files, state, base: folder, uid }))[0]?.problem?.code).toBe('plugin-untrusted');
  });
});
