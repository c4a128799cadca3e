import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { expect, it } from 'vitest';
import { bareBuiltins } from '../../scripts/bundle/bare-builtins.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

it('gives a bundle the same functions of node, reads only those that it uses, and leaves no import of them', async () => {
  const folder = await tempFolder();
  await writeFile(
    join(folder, 'in.mjs'),
    `import process, { cwd } from 'node:process';
import { createHash, webcrypto as unused } from 'node:crypto';
import { join as together } from 'node:path/posix';
import old from './old.cjs';
export const out = [process === globalThis.process, cwd(), createHash('sha256').update('').digest('hex').length, together('a', 'b'), old];`,
  );
  await writeFile(join(folder, 'old.cjs'), `module.exports = require('node:path').posix.join('c', 'd');`);
  const bundle = await rolldown({ input: join(folder, 'in.mjs'), platform: 'node', plugins: [bareBuiltins] });
  const { output } = await bundle.write({ dir: join(folder, 'out'), entryFileNames: 'out.mjs', chunkFileNames: '[name].mjs', format: 'esm' });
  await bundle.close();
  const code = output.map((chunk) => ('code' in chunk ? chunk.code : '')).join('\n');
  expect(code).not.toMatch(/from "node:(?:process|crypto|path)/);
  expect(code).not.toContain('webcrypto');
  const { out } = await import(/* @vite-ignore */ pathToFileURL(join(folder, 'out', 'out.mjs')).href);
  expect(out).toEqual([true, process.cwd(), 64, 'a/b', 'c/d']);
});
