import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amltls-signals-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const start = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  spawn(process.execPath, [join(process.cwd(), 'src/ui/main.ts'), ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', HOME: folder, XDG_STATE_HOME: join(folder, 'state'), XDG_CONFIG_HOME: join(folder, 'config'), ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.on('exit', resolve));
const said = async (stream: AsyncIterable<Buffer> | null, words: string) => {
  let text = '';
  for await (const chunk of stream ?? []) {
    text += String(chunk);
    if (text.includes(words)) return text;
  }
  throw new Error(`ended without ${words}: ${text}`);
};

describe('the program as a process', () => {
  it('says its version and nothing else, before anything is loaded', async () => {
    const child = start(['--version', '--no-such-flag']);
    const text = said(child.stdout, '\n');
    expect(await ended(child)).toBe(0);
    expect(await text).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.skipIf(process.platform === 'win32').each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('ends a question on %s with %i', async (signal, code) => {
    const child = start(['secure', '--plain', '--env', 'sandbox']);
    const exit = ended(child);
    await said(child.stderr, 'question 1');
    child.kill(signal);
    expect(await exit).toBe(code);
  });

  it.skipIf(process.platform === 'win32').each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('stops the practice Azure on %s with %i and leaves nothing behind', async (signal, code) => {
    const child = start(['sandbox', '--format', 'json', '--state-dir', join(folder, 'practice')]);
    const exit = ended(child);
    expect(JSON.parse(await said(child.stdout, '\n'))).toMatchObject({
      armEndpoint: expect.stringContaining('https://127.0.0.1:'),
      stateDir: expect.any(String),
    });
    child.kill(signal);
    expect(await exit).toBe(code);
    expect(await readdir(join(folder, 'practice'))).not.toContain('sandbox.json');
  });

  it.skipIf(process.platform === 'win32')('tells of what nobody caught in words, with a report, and stops in order', async () => {
    const hook = pathToFileURL(join(import.meta.dirname, '../../helpers/throw-on-signal.ts')).href;
    const child = start(['sandbox', '--format', 'json', '--state-dir', join(folder, 'practice')], { NODE_OPTIONS: `--import=${hook}` });
    const exit = ended(child);
    const told = said(child.stderr, 'those who make amltls');
    await said(child.stdout, '\n');
    child.kill('SIGUSR2');
    expect(await exit).toBe(1);
    const text = await told;
    expect(text).toContain('amltls met something it was not built for.');
    expect(text).not.toMatch(/^\s+at /m);
    const [report = ''] = await readdir(join(folder, 'state/amltls/reports'));
    expect(text).toContain(report);
    expect(await readdir(join(folder, 'practice'))).not.toContain('sandbox.json');
  });

  it('stays quiet when its reader has gone', async () => {
    const child = start(['--help']);
    child.stdout.destroy();
    let text = '';
    child.stderr.on('data', (chunk) => {
      text += String(chunk);
    });
    expect(await ended(child)).toBe(0);
    expect(text).toBe('');
  });
});
