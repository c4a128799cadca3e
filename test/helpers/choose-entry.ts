import type { PtyTerminal } from './terminal-pty.ts';

const markedIn = (screen: string): string => screen.split('\n').find((line) => line.includes('❯')) ?? '';

/** Moves the mark down a menu to an entry, and takes it. */
export async function chooseEntry(terminal: PtyTerminal, entry: string): Promise<void> {
  await terminal.waitFor('❯');
  for (let marked = markedIn(terminal.screen()); !marked.includes(entry); marked = markedIn(terminal.screen())) {
    terminal.press('Down');
    await terminal.waitFor((screen) => !['', marked].includes(markedIn(screen)));
  }
  terminal.press('Enter');
}
