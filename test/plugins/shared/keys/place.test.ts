import { execFileSync } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingsOfPlace } from '../../../../src/plugins/shared/keys/place.ts';
import { createFiles } from '../../../../src/plugins/shared/local/index.ts';
import { tempFolder } from '../../../helpers/temp-folder.ts';

const env = { files: createFiles() } as unknown as Parameters<typeof findingsOfPlace>[1]['env'];
const codes = async (key: string) => (await findingsOfPlace(key, { env })).map(({ code, severity, next }) => `${code} ${severity} ${next.length > 0}`);

async function repository(ignore: Readonly<Record<string, string>>): Promise<string> {
  const root = await tempFolder();
  execFileSync('git', ['init', '-q'], { cwd: root });
  await mkdir(join(root, 'keys', 'deep'), { recursive: true, mode: 0o700 });
  await chmod(join(root, 'keys'), 0o700);
  for (const [file, text] of Object.entries(ignore)) await writeFile(join(root, file), text);
  return root;
}

const gitIgnores = (root: string, path: string): boolean => {
  try {
    execFileSync('git', ['check-ignore', '-q', path], { cwd: root });
    return true;
  } catch {
    return false;
  }
};

describe('where a private key is kept', () => {
  it('finds nothing against a folder of the user alone, there or not', async () => {
    const folder = await tempFolder();
    expect(await codes(join(folder, 'key.pem'))).toEqual([]);
    expect(await codes(join(folder, 'not', 'there', 'key.pem'))).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('warns of folders and keys that others can read or write', async () => {
    const folder = await tempFolder();
    await chmod(folder, 0o755);
    expect(await codes(join(folder, 'key.pem'))).toEqual(['key-folder-open warning true']);
    await writeFile(join(folder, 'key.pem'), 'key', { mode: 0o600 });
    expect(await codes(join(folder, 'key.pem'))).toEqual([]);
    await chmod(join(folder, 'key.pem'), 0o644);
    expect(await codes(join(folder, 'key.pem'))).toEqual(['key-file-open warning true']);
    await chmod(folder, 0o777);
    expect(await codes(join(folder, 'key.pem'))).toEqual(['key-folder-open warning true']);
  });

  it.each([
    [{}, false],
    [{ '.gitignore': '*.pem\n' }, true],
    [{ '.gitignore': 'keys/\n' }, true],
    [{ '.gitignore': '*.pem\n!keys/deep/key.pem\n' }, false],
    [{ '.gitignore': 'keys/\n!keys/deep/key.pem\n' }, true],
    [{ '.gitignore': '*.pem\n', 'keys/.gitignore': '!*.pem\n' }, false],
    [{ 'keys/.gitignore': 'deep\n' }, true],
    [{ '.git/info/exclude': 'key.pem\n' }, true],
    [{ '.gitignore': 'other\n' }, false],
  ])('reads ignore rules as git does: %j', async (ignore, ignored) => {
    const root = await repository(ignore);
    const key = join(root, 'keys', 'deep', 'key.pem');
    expect(gitIgnores(root, key)).toBe(ignored);
    expect(await codes(key)).toEqual(ignored ? [] : ['key-in-work-tree warning true']);
  });

  it.each([
    ['OneDrive', true],
    ['OneDrive - Contoso', true],
    ['Dropbox', true],
    ['Google Drive', true],
    ['GoogleDrive-me@contoso.com', true],
    ['com~apple~CloudDocs', true],
    ['My OneDriver notes', false],
  ])('knows folders that are copied to the cloud: %s', async (name, synced) => {
    const folder = join(await tempFolder(), name, 'keys');
    expect(await codes(join(folder, 'key.pem'))).toEqual(synced ? ['key-in-synced-folder warning true'] : []);
  });
});
