import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFiles } from '../../../../src/plugins/shared/local/files.ts';
import { problemCode, temporaryFolder } from './temporary.ts';

const folder = await temporaryFolder();
const files = createFiles();
const windows = process.platform === 'win32';
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('reading', () => {
  it('gives the bytes', async () => {
    const path = join(folder, 'bytes');
    await writeFile(path, Buffer.from([0, 255, 10]));
    expect(await files.read(path)).toEqual(new Uint8Array([0, 255, 10]));
  });

  it('says what lies in the way', async () => {
    await mkdir(join(folder, 'a-folder'));
    await writeFile(join(folder, 'a-file'), 'x');
    expect(await problemCode(files.read(join(folder, 'nothing')))).toBe('file-missing');
    expect(await problemCode(files.read(join(folder, 'a-file', 'below')))).toBe('file-missing');
    expect(await problemCode(files.read(join(folder, 'a-folder')))).toBe('file-is-folder');
  });

  it('refuses what is larger than the limit, and takes what is not', async () => {
    const path = join(folder, 'large');
    await writeFile(path, 'x'.repeat(100));
    expect(await problemCode(files.read(path, 99))).toBe('file-too-large');
    expect((await files.read(path, 100)).length).toBe(100);
  });

  it.skipIf(windows)('refuses a device that never ends', async () => {
    expect(await problemCode(files.read('/dev/zero', 100_000))).toBe('file-too-large');
  });
});

describe('writing', () => {
  it('replaces the whole, sets the mode, makes folders private, leaves nothing beside', async () => {
    const path = join(folder, 'deep', 'down', 'state');
    await files.write(path, 'a long first version', { mode: 0o600 });
    await files.write(path, 'second', { mode: 0o640 });
    expect(text(await files.read(path))).toBe('second');
    expect(await readdir(join(folder, 'deep', 'down'))).toEqual(['state']);
    if (windows) return;
    expect((await stat(path)).mode & 0o777).toBe(0o640);
    expect((await stat(join(folder, 'deep'))).mode & 0o777).toBe(0o700);
  });

  it('never writes over an existing file when told not to', async () => {
    const path = join(folder, 'key.pem');
    await files.write(path, 'mine', { mode: 0o600, exclusive: true });
    expect(await problemCode(files.write(path, 'other', { mode: 0o600, exclusive: true }))).toBe('file-exists');
    expect(text(await files.read(path))).toBe('mine');
  });

  it('lets exactly one of many exclusive writers win', async () => {
    const path = join(folder, 'race');
    const codes = await Promise.all(Array.from({ length: 8 }, (_, n) => problemCode(files.write(path, `writer ${n}`, { mode: 0o600, exclusive: true }))));
    expect(codes.filter((code) => code === 'no problem')).toHaveLength(1);
    expect(codes.filter((code) => code === 'file-exists')).toHaveLength(7);
  });

  it.skipIf(windows)('follows a link instead of replacing it', async () => {
    await writeFile(join(folder, 'real.yaml'), 'old');
    await symlink(join(folder, 'real.yaml'), join(folder, 'link.yaml'));
    await files.write(join(folder, 'link.yaml'), 'new', { mode: 0o600 });
    expect(await readFile(join(folder, 'real.yaml'), 'utf8')).toBe('new');
    expect(await files.realPath(join(folder, 'link.yaml'))).toBe(await files.realPath(join(folder, 'real.yaml')));
  });

  it('says what lies in the way', async () => {
    await mkdir(join(folder, 'in-the-way'));
    await writeFile(join(folder, 'no-folder'), '');
    expect(await problemCode(files.write(join(folder, 'in-the-way'), '', { mode: 0o600 }))).toBe('file-is-folder');
    expect(await problemCode(files.write(join(folder, 'no-folder', 'x'), '', { mode: 0o600 }))).toBe('file-not-writable');
  });

  // write-file-atomic reports success here and leaves a file of 20 KiB.
  it.skipIf(windows)('keeps the old content when the disk fills up in the middle', async () => {
    const path = join(folder, 'full');
    await writeFile(path, 'old');
    const script = `
      import { createFiles } from ${JSON.stringify(new URL('../../../../src/plugins/shared/local/files.ts', import.meta.url).href)};
      process.on('SIGXFSZ', () => {});
      await createFiles().write(${JSON.stringify(path)}, 'x'.repeat(100_000), { mode: 0o600 }).then(() => console.log('done'), (error) => console.log(error.problem.code));`;
    const ran = spawnSync('sh', ['-c', 'ulimit -f 40; exec "$0" --input-type=module', process.execPath], { input: script, encoding: 'utf8' });
    expect(ran.stdout.trim()).toBe('disk-full');
    expect(await readFile(path, 'utf8')).toBe('old');
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('appending, looking, listing, removing', () => {
  it('appends line after line', async () => {
    const path = join(folder, 'journal', 'run.ndjson');
    await files.append(path, '{"a":1}\n', { mode: 0o600 });
    await files.append(path, '{"a":2}\n', { mode: 0o600 });
    expect(text(await files.read(path))).toBe('{"a":1}\n{"a":2}\n');
    expect((await files.stat(path))?.mode).toBe(windows ? 0 : 0o600);
  });

  it('tells files from folders and from nothing', async () => {
    await writeFile(join(folder, 'five'), '12345');
    expect(await files.stat(join(folder, 'five'))).toMatchObject({ kind: 'file', size: 5 });
    expect(await files.stat(folder)).toMatchObject({ kind: 'folder' });
    expect(await files.stat(join(folder, 'not-there'))).toBeUndefined();
    expect(await files.stat(join(folder, 'five', 'below'))).toBeUndefined();
  });

  it('lists names in order, nothing where nothing is', async () => {
    await files.write(join(folder, 'list', 'b'), '', { mode: 0o600 });
    await files.write(join(folder, 'list', 'a'), '', { mode: 0o600 });
    expect(await files.list(join(folder, 'list'))).toEqual(['a', 'b']);
    expect(await files.list(join(folder, 'list', 'c'))).toEqual([]);
  });

  it('removes files and folders, and does not mind when they are gone', async () => {
    await files.remove(join(folder, 'list'));
    await files.remove(join(folder, 'list'));
    expect(await files.stat(join(folder, 'list'))).toBeUndefined();
    expect(await problemCode(files.realPath(join(folder, 'list')))).toBe('file-missing');
  });
});
