import type { Files } from '../../../../src/core/contracts/index.ts';
import { createFiles } from '../../../../src/plugins/shared/local/index.ts';
import { openShelf } from '../../../../src/plugins/shared/shelf/shelf.ts';

// Takes a pair into use and is killed at the step that it is told: before it, and after it.
const [folder = '', keyPem = '', chainPem = '', step = '', when = ''] = process.argv.slice(2);
let count = 0;
const real = createFiles();
const dying =
  <A extends readonly unknown[], R>(work: (...args: A) => Promise<R>) =>
  async (...args: A): Promise<R> => {
    count += 1;
    const mine = String(count) === step;
    if (mine && when === 'before') process.kill(process.pid, 'SIGKILL');
    const result = await work(...args);
    if (mine && when === 'after') process.kill(process.pid, 'SIGKILL');
    return result;
  };
const files: Files = { ...real, write: dying(real.write), remove: dying(real.remove) };
const shelf = openShelf(folder, { files, clock: { now: () => Date.parse('2026-11-25T00:00:00Z'), sleep: async () => undefined } });
const draft = (await shelf.draft()) ?? (await shelf.begin(keyPem));
await shelf.commit(draft, chainPem);
process.stdout.write(`done ${count}`);
