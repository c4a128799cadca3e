import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findProfileFile } from '../../../src/core/profile/find.ts';
import { createFiles } from '../../../src/plugins/shared/local/files.ts';
import { lookIn } from '../../../src/ui/host/look-in.ts';

const run = promisify(execFile);
const RIGHT = 'version: 1\nprofiles: {}\n';
let root: string;
let home: string;
let cwd: string;

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'amltls-find-')));
  home = join(root, 'home');
  cwd = join(home, 'work', 'project');
  await mkdir(cwd, { recursive: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

const put = async (path: string, text = RIGHT) => {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text, { mode: 0o600 });
};
const find = (more: { config?: string; uid?: number } = {}) =>
  findProfileFile({
    files: createFiles(),
    config: more.config,
    cwd,
    home,
    configFolder: join(home, '.config', 'amltls'),
    uid: more.uid ?? process.getuid?.(),
    lookIn,
  });

describe('finding the profile file', () => {
  it('takes the nearest one upwards', async () => {
    await put(join(home, 'amltls.config.yaml'));
    await put(join(home, 'work', 'amltls.config.json'), '{"version":1}');
    expect((await find())?.path).toBe(join(home, 'work', 'amltls.config.json'));
  });

  it('goes no further than the home folder, then to the config folder', async () => {
    await put(join(root, 'amltls.config.yaml'));
    expect(await find()).toBeUndefined();
    await put(join(home, '.config', 'amltls', 'amltls.config.yml'));
    expect((await find())?.path).toBe(join(home, '.config', 'amltls', 'amltls.config.yml'));
  });

  it('takes an empty file for a profile file', async () => {
    await put(join(cwd, 'amltls.config.yaml'), '');
    expect(await find()).toEqual({ path: join(cwd, 'amltls.config.yaml'), text: '' });
  });

  it('reads what PowerShell writes', async () => {
    await writeFile(join(cwd, 'amltls.config.yaml'), Buffer.from(`\ufeff${RIGHT}`, 'utf16le'), { mode: 0o600 });
    expect((await find())?.text).toBe(RIGHT);
    expect((await find({ config: 'amltls.config.yaml' }))?.text).toBe(RIGHT);
  });

  it('reads no code, whatever it is called', async () => {
    await put(join(cwd, 'evil.cjs'), 'throw new Error("ran")');
    await expect(find({ config: 'evil.cjs' })).rejects.toMatchObject({ problem: { code: 'profile-file-kind' } });
  });

  it('says that a named file is missing or a folder', async () => {
    await expect(find({ config: 'no.yaml' })).rejects.toMatchObject({ problem: { code: 'file-missing' } });
    await mkdir(join(cwd, 'folder.yaml'));
    await expect(find({ config: 'folder.yaml' })).rejects.toMatchObject({ problem: { code: 'file-is-folder' } });
  });

  describe.skipIf(process.platform === 'win32')('guards', () => {
    it.each([0o620, 0o602, 0o666])('refuses mode %o', async (mode) => {
      await put(join(cwd, 'amltls.config.yaml'));
      await chmod(join(cwd, 'amltls.config.yaml'), mode);
      await expect(find()).rejects.toMatchObject({ problem: { code: 'profile-file-foreign' } });
      await expect(find({ config: 'amltls.config.yaml' })).rejects.toMatchObject({ problem: { code: 'profile-file-foreign' } });
    });

    it('looks at what a link leads to', async () => {
      await put(join(root, 'elsewhere.yaml'));
      await chmod(join(root, 'elsewhere.yaml'), 0o666);
      await symlink(join(root, 'elsewhere.yaml'), join(cwd, 'amltls.config.yaml'));
      await expect(find()).rejects.toMatchObject({ problem: { code: 'profile-file-foreign' } });
    });

    it.skipIf(process.getuid?.() !== 0)('refuses the file of another user', async () => {
      await put(join(cwd, 'amltls.config.yaml'));
      await chown(join(cwd, 'amltls.config.yaml'), 12_345, 12_345);
      await expect(find()).rejects.toMatchObject({ problem: { code: 'profile-file-foreign' } });
    });
  });
});

// cosmiconfig was seen to run and obey all of these. A process of its own: the working directory has to be the planted one from the start.
describe('files that were planted in the working directory', () => {
  const evil = (marker: string) => `require('node:fs').writeFileSync(${JSON.stringify(marker)}, 'ran'); module.exports = {};`;
  const search = async () => {
    const module = pathToFileURL(join(process.cwd(), 'src/ui/host/look-in.ts')).href;
    const script = `const { lookIn } = await import(${JSON.stringify(module)}); process.stdout.write(JSON.stringify(await lookIn(process.cwd()) ?? null));`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], { cwd });
    return JSON.parse(stdout);
  };

  it.each(['config.js', 'config.cjs', 'config.mjs', 'config.ts'])('.config/%s does not run', async (name) => {
    const marker = join(root, 'marker');
    await put(
      join(cwd, '.config', name),
      name === 'config.mjs' || name === 'config.ts'
        ? `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(marker)}, 'ran'); export default {};`
        : evil(marker),
    );
    await put(join(cwd, 'amltls.config.yaml'));
    expect(await search()).toMatchObject({ text: RIGHT });
    expect(await createFiles().stat(marker)).toBeUndefined();
  });

  it.each([
    ['.config/config.yaml', 'cosmiconfig:\n  searchPlaces: [evil.cjs]\n'],
    ['.config/config.json', '{"cosmiconfig":{"searchPlaces":["evil.cjs"]}}'],
    ['package.json', '{"cosmiconfig":{"searchPlaces":["evil.cjs"]}}'],
    ['package.yaml', 'cosmiconfig:\n  searchPlaces: [evil.cjs]\n'],
  ])('%s adds no search place', async (name, text) => {
    const marker = join(root, 'marker');
    await put(join(cwd, name), text);
    await put(join(cwd, 'evil.cjs'), evil(marker));
    expect(await search()).toBeNull();
    expect(await createFiles().stat(marker)).toBeUndefined();
  });

  it('$import in a profile file loads nothing', async () => {
    const marker = join(root, 'marker');
    await put(join(cwd, 'evil.cjs'), evil(marker));
    await put(join(cwd, 'amltls.config.yaml'), '$import: ./evil.cjs\nversion: 1\n');
    expect(await search()).toMatchObject({ text: '$import: ./evil.cjs\nversion: 1\n' });
    expect(await createFiles().stat(marker)).toBeUndefined();
  });
});
