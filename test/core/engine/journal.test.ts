import { appendFile, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openJournal } from '../../../src/core/engine/journal.ts';
import { createFiles } from '../../../src/plugins/shared/local/index.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const files = createFiles();

describe('the journal', () => {
  it('is on the disk before append returns, readable by its owner only', async () => {
    const path = join(await tempFolder(), 'deep', 'journal.ndjson');
    const journal = await openJournal(files, path);
    await journal.append({ at: 1, type: 'intent', change: 'deploy:x' });
    expect(await readFile(path, 'utf8')).toBe('{"at":1,"type":"intent","change":"deploy:x"}\n');
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('knows what was begun and not finished, also from another process', async () => {
    const path = join(await tempFolder(), 'journal.ndjson');
    const journal = await openJournal(files, path);
    await journal.append({ at: 1, type: 'intent', change: 'a' });
    await journal.append({ at: 2, type: 'operation', change: 'a', url: 'https://example/op/1' });
    await journal.append({ at: 3, type: 'intent', change: 'b' });
    await journal.append({ at: 4, type: 'receipt', change: 'b' });
    const again = await openJournal(files, path);
    expect(again.pending('a')).toEqual({ startedAt: 1, operation: 'https://example/op/1' });
    expect(again.pending('b')).toBeUndefined();
    expect(again.open()).toEqual(['a']);
  });

  it('passes over a last line that a crash cut off', async () => {
    const path = join(await tempFolder(), 'journal.ndjson');
    const journal = await openJournal(files, path);
    await journal.append({ at: 1, type: 'intent', change: 'a' });
    await appendFile(path, '{"at":2,"type":"rec');
    expect((await openJournal(files, path)).pending('a')).toEqual({ startedAt: 1 });
  });

  it('goes on after a cut-off line without losing the next entry', async () => {
    const path = join(await tempFolder(), 'journal.ndjson');
    await (await openJournal(files, path)).append({ at: 1, type: 'intent', change: 'a' });
    await appendFile(path, '{"at":2,"type":"rec');
    await (await openJournal(files, path)).append({ at: 3, type: 'receipt', change: 'a' });
    expect((await openJournal(files, path)).pending('a')).toBeUndefined();
  });

  it('never writes a key', async () => {
    const path = join(await tempFolder(), 'journal.ndjson');
    const journal = await openJournal(files, path);
    await journal.append({
      at: 1,
      type: 'receipt',
      change: 'a',
      receipt: { sslKey: 'words', note: '-----BEGIN PRIVATE KEY-----\nMIG\n-----END PRIVATE KEY-----' },
    });
    const text = await readFile(path, 'utf8');
    expect(text).not.toContain('words');
    expect(text).not.toContain('MIG');
  });

  it('rotates, and carries what is open into the new file', async () => {
    const path = join(await tempFolder(), 'journal.ndjson');
    const journal = await openJournal(files, path);
    await journal.append({ at: 1, type: 'intent', change: 'open' });
    const filler = `${JSON.stringify({ at: 2, type: 'receipt', change: 'done', receipt: 'x'.repeat(1000) })}\n`;
    await appendFile(path, filler.repeat(300));
    const rotated = await openJournal(files, path);
    expect(rotated.pending('open')).toEqual({ startedAt: 1 });
    expect((await stat(path)).size).toBeLessThan(1000);
    expect((await stat(`${path}.1`)).size).toBeGreaterThan(256 * 1024);
  });
});
