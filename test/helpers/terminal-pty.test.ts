import { expect, it } from 'vitest';
import { runInPty } from './terminal-pty.ts';

const ECHO = `
process.stdin.setRawMode(true);
process.stdin.on('data', (data) => { if (String(data) === 'q') process.exit(7); process.stdout.write('<' + data + '>'); });
process.stdout.on('resize', () => process.stdout.write(process.stdout.columns + 'x' + process.stdout.rows));
process.stdout.write('ready');
`;

it('shows what a program draws, and takes keys, sizes and its end', async () => {
  await using terminal = runInPty(process.execPath, ['-e', ECHO], { columns: 40, rows: 5 });
  await terminal.waitFor('ready');
  terminal.type('例');
  await terminal.waitFor('<例>');
  terminal.resize({ columns: 50, rows: 6 });
  await terminal.waitFor('50x6');
  terminal.type('q');
  expect((await terminal.exited).exitCode).toBe(7);
});

it('fails with the last screen when the deadline passes', async () => {
  await using terminal = runInPty(process.execPath, ['-e', ECHO], { deadlineMs: 300 });
  await expect(terminal.waitFor('never drawn')).rejects.toThrow(/within 300 ms: never drawn/);
});
