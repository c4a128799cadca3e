import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../../src/core/problems/problem-error.ts';
import { createFiles } from '../../../../src/plugins/shared/local/files.ts';
import { lockFile } from '../../../../src/plugins/shared/local/lock.ts';
import { problemCode, temporaryFolder } from './temporary.ts';

const folder = await temporaryFolder();
const files = createFiles();

/** Another process that holds the lock until it is killed. */
async function holder(path: string): Promise<ChildProcess> {
  const script = `
    import { createFiles } from ${JSON.stringify(new URL('../../../../src/plugins/shared/local/files.ts', import.meta.url).href)};
    await createFiles().lock(${JSON.stringify(path)});
    console.log('held');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

describe('a lock', () => {
  it('has one holder at a time and is free afterwards, without a trace', async () => {
    const path = join(folder, 'one', 'state');
    {
      await using _held = await files.lock(path);
      expect(await problemCode(files.lock(path))).toBe('locked');
    }
    await (await files.lock(path))[Symbol.asyncDispose]();
    expect(await readdir(join(folder, 'one'))).toEqual([]);
  });

  it('names the process that holds it', async () => {
    const path = join(folder, 'named');
    await using _held = await files.lock(path);
    const error = await files.lock(path).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProblemError);
    expect(JSON.stringify(error instanceof ProblemError && error.problem.message)).toContain(String(process.pid));
  });

  it('is kept from us by another process, and ours once that process is dead; only one of many gets it', async () => {
    const path = join(folder, 'two');
    const child = await holder(path);
    expect(await problemCode(files.lock(path))).toBe('locked');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const claims = await Promise.allSettled(Array.from({ length: 6 }, () => files.lock(path)));
    const won = claims.filter((claim) => claim.status === 'fulfilled');
    expect(won).toHaveLength(1);
    await won[0]?.value[Symbol.asyncDispose]();
  });

  it('tells a holder that another took it over', async () => {
    const path = join(folder, 'four');
    const held = await lockFile(path);
    await utimes(`${path}.lock`, 1, 1);
    await expect.poll(() => held.lost.aborted, { timeout: 10_000 }).toBe(true);
    await held[Symbol.asyncDispose]();
    expect(await readdir(folder)).toContain('four.lock');
  }, 20_000);

  it('left by a machine that is silent is replaced after a second look', async () => {
    const path = join(folder, 'three');
    await mkdir(`${path}.lock`);
    await utimes(`${path}.lock`, 1, 1);
    await writeFile(`${path}.holder`, JSON.stringify({ pid: 1, host: 'elsewhere', since: '2026-01-01T00:00:00Z' }));
    const lock = await files.lock(path);
    await lock[Symbol.asyncDispose]();
  }, 20_000);
});
