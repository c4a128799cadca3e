import { execFile } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFiles } from '../../../../src/plugins/shared/local/index.ts';
import { openShelf } from '../../../../src/plugins/shared/shelf/shelf.ts';
import { issue } from '../../../helpers/openssl.ts';
import { tempFolder } from '../../../helpers/temp-folder.ts';
import { virtualClock } from '../../../helpers/virtual-clock.ts';

const old = issue({ commonName: 'old.contoso.com' });
const next = issue({ commonName: 'new.contoso.com' });

const open = (folder: string, start?: number) => openShelf(folder, { files: createFiles(), clock: virtualClock(start) });

async function withOld() {
  const folder = join(await tempFolder(), 'www.contoso.com');
  const shelf = open(folder, Date.parse('2026-01-01T00:00:00Z'));
  await shelf.commit(await shelf.begin(old.keyPem), old.certPem);
  return folder;
}

/** Which pair is in use, read as anybody would: the key belongs to its certificate, whatever happened. */
async function inUse(folder: string): Promise<string> {
  const files = await open(folder).current();
  if (files === undefined) throw new Error('nothing in use');
  const leaf = new X509Certificate(readFileSync(files.cert));
  expect(leaf.checkPrivateKey(createPrivateKey(readFileSync(files.key, 'utf8')))).toBe(true);
  return leaf.subject;
}

function killed(folder: string, step: number, when: 'before' | 'after'): Promise<{ signal: string | null; stdout: string }> {
  const args = [join(import.meta.dirname, 'child.ts'), folder, next.keyPem, next.certPem, String(step), when];
  return new Promise((done) => {
    const child = execFile(process.execPath, args, (_error, stdout) => done({ signal: child.signalCode, stdout }));
  });
}

describe('the shelf of pairs', () => {
  it('is empty until a pair is taken into use', async () => {
    const shelf = open(join(await tempFolder(), 'www.contoso.com'));
    expect([await shelf.current(), await shelf.draft()]).toEqual([undefined, undefined]);
    const draft = await shelf.begin(old.keyPem);
    expect(await shelf.current()).toBeUndefined();
    expect((await shelf.draft())?.key).toBe(draft.key);
    expect(await shelf.commit(draft, old.certPem)).toEqual(await shelf.current());
    expect(await shelf.draft()).toBeUndefined();
  });

  it.skipIf(process.platform === 'win32')('keeps keys and folders to the user', async () => {
    const folder = await withOld();
    const files = await open(folder).current();
    expect([statSync(files?.key ?? '').mode & 0o777, statSync(join(files?.key ?? '', '..')).mode & 0o777]).toEqual([0o600, 0o700]);
  });

  it('never shows a new key with an old certificate, wherever the process is killed', async () => {
    const { stdout } = await killed(await withOld(), 99, 'before');
    const steps = Number(stdout.replace('done ', ''));
    expect(steps).toBe(3);
    const ends = await Promise.all(
      [1, 2, 3].flatMap((step) =>
        (['before', 'after'] as const).map(async (when) => {
          const folder = await withOld();
          expect((await killed(folder, step, when)).signal).toBe('SIGKILL');
          const seen = await inUse(folder);
          expect((await killed(folder, 99, 'before')).stdout).toMatch(/^done/);
          expect(await inUse(folder)).toBe('CN=new.contoso.com');
          return `${step} ${when}: ${seen}`;
        }),
      ),
    );
    expect(ends).toEqual([
      '1 before: CN=old.contoso.com',
      '1 after: CN=old.contoso.com',
      '2 before: CN=old.contoso.com',
      '2 after: CN=old.contoso.com',
      '3 before: CN=old.contoso.com',
      '3 after: CN=new.contoso.com',
    ]);
  });

  it('sorts by age even where the clock was set back, and keeps the last five', async () => {
    const folder = await withOld();
    for (let time = 0; time < 7; time += 1) {
      const shelf = open(folder, Date.parse('2025-01-01T00:00:00Z'));
      await shelf.commit(await shelf.begin(next.keyPem), next.certPem);
    }
    expect(await inUse(folder)).toBe('CN=new.contoso.com');
    expect(readdirSync(folder).filter((name) => name !== 'current')).toHaveLength(5);
  });
});
