import { expect } from 'vitest';
import type { PtyTerminal } from './terminal-pty.ts';

const SHOW_CURSOR = '\u001b[?25h';
const HIDE_CURSOR = '\u001b[?25l';
const ENTER_ALTERNATE = '\u001b[?1049h';
const LEAVE_ALTERNATE = '\u001b[?1049l';
const PASTE_OFF = '\u001b[?2004l';
const PASTE_ON = '\u001b[?2004h';
const WIPE_SCROLLBACK = '\u001b[3J';

/** What a program that drew owes the terminal when it has gone: its own screen, a cursor, ordinary pasting, the scrollback; lines are read as ever. */
export async function leftClean(terminal: PtyTerminal, exitCode = 130, from = ''): Promise<void> {
  expect((await terminal.exited).exitCode, `${from}\n${terminal.screen()}`).toBe(exitCode);
  // The last it wrote may be read after it has gone.
  await terminal.waitFor(() => !terminal.onAlternateScreen()).catch(() => expect.unreachable(`${from}: the screen of its own is still there`));
  const written = terminal.written().join('');
  // Who never hid it has nothing to show.
  expect(written.lastIndexOf(SHOW_CURSOR), from).toBeGreaterThanOrEqual(written.lastIndexOf(HIDE_CURSOR));
  expect(written.lastIndexOf(PASTE_OFF), from).toBeGreaterThanOrEqual(written.lastIndexOf(PASTE_ON));
  expect(written.lastIndexOf(LEAVE_ALTERNATE), from).toBeGreaterThanOrEqual(written.lastIndexOf(ENTER_ALTERNATE));
  expect(written, from).not.toContain(WIPE_SCROLLBACK);
  const mode = await terminal.modeAtEnd();
  if (mode !== undefined) expect(mode, from).toMatch(/(?<!-)\bicanon\b[\s\S]*(?<!-)\becho\b/);
}
