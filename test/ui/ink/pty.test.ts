import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInPty } from '../../helpers/terminal-pty.ts';

let folder: string;
let program: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amltls-pty-'));
  program = join(folder, 'screens-in-turn.mjs');
  const input = join(import.meta.dirname, 'fixtures/screens-in-turn.ts');
  await build({
    input,
    platform: 'node',
    logLevel: 'silent',
    output: { dir: folder, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
  });
});
afterAll(() => rm(folder, { recursive: true }));

describe('in a real terminal', () => {
  it('screens and prompts follow one another, and the program ends by itself', async () => {
    await using terminal = runInPty(process.execPath, [program], { columns: 100, rows: 30 });
    await terminal.waitFor('What would you like to do?');
    expect(terminal.onAlternateScreen()).toBe(true);
    terminal.press('Enter');
    await terminal.waitFor('And now?');
    expect(terminal.onAlternateScreen()).toBe(false);
    terminal.type('more\r');
    await terminal.waitFor('Replay a profile');
    terminal.resize({ columns: 40, rows: 20 });
    await terminal.waitFor((screen) => screen.includes('Replay a profile') && screen.split('\n').every((line) => line.length <= 40));
    terminal.type('q');
    await terminal.waitFor('secure more quit');
    expect((await terminal.exited).exitCode).toBe(0);
    expect(terminal.written().join('')).not.toContain('\u001b[3J');
  });

  it('Ctrl-C leaves the cursor visible and the main screen in place', async () => {
    await using terminal = runInPty(process.execPath, [program]);
    await terminal.waitFor('What would you like to do?');
    terminal.press('CtrlC');
    await terminal.waitFor('And now?');
    const written = terminal.written().join('');
    expect(written.lastIndexOf('\u001b[?25h')).toBeGreaterThan(written.lastIndexOf('\u001b[?25l'));
    expect(terminal.onAlternateScreen()).toBe(false);
  });
});
