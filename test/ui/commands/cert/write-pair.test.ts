import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Files } from '../../../../src/core/contracts/index.ts';
import { createFiles } from '../../../../src/plugins/shared/local/files.ts';
import { writePair } from '../../../../src/ui/commands/cert/convert/write-pair.ts';
import { tempFolder } from '../../../helpers/temp-folder.ts';

/** Real files that stop working after so many changes, as a machine does that loses its power. */
function dying(after: number): Files {
  const files = createFiles();
  let left = after;
  const step = () => {
    left -= 1;
    if (left < 0) throw new Error('power lost');
  };
  return {
    ...files,
    async write(...args) {
      step();
      await files.write(...args);
    },
    async remove(...args) {
      step();
      await files.remove(...args);
    },
  };
}

describe('a pair that is written over another', () => {
  it.each([0, 1, 2, 3])('is never a new key with an old certificate, whenever it ends (after %i changes)', async (changes) => {
    const folder = await tempFolder();
    const [cert, key] = [join(folder, 'fullchain.pem'), join(folder, 'key.pem')];
    await writeFile(cert, 'old');
    await writeFile(key, 'old');
    const written = writePair(dying(changes), folder, { chainPem: 'new', keyPem: 'new' }, true);
    if (changes < 3) await expect(written).rejects.toThrow('power lost');
    else await written;
    const found = await Promise.all([cert, key].map((path) => readFile(path, 'utf8').catch(() => undefined)));
    expect([
      ['old', 'old'],
      [undefined, 'old'],
      [undefined, 'new'],
      ['new', 'new'],
    ]).toContainEqual(found);
  });

  it('leaves no key behind where the certificate could not be written', async () => {
    const folder = await tempFolder();
    await writeFile(join(folder, 'fullchain.pem'), 'theirs');
    await expect(writePair(createFiles(), folder, { chainPem: 'new', keyPem: 'new' }, false)).rejects.toThrow('file-exists');
    await expect(readFile(join(folder, 'key.pem'))).rejects.toThrow('ENOENT');
  });
});
