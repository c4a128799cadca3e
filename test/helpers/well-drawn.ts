import { expect } from 'vitest';
import { widthOf } from '../../src/ui/text/width.ts';
import type { PtyTerminal } from './terminal-pty.ts';

const RULE = /^ ─+$/;

/** What is wrong with a frame of the program as a terminal shows it. */
function faultsOf(terminal: PtyTerminal): readonly string[] {
  const { columns } = terminal.size();
  const lines = terminal.lines();
  const below = lines.slice(lines.findLastIndex((line) => RULE.test(line)) + 1);
  const wide = lines.filter((line) => widthOf(line) >= columns);
  return [
    ...terminal.overflown().map((line) => `wider than the screen: ${line}`),
    // A frame keeps a column free on either side, so that no terminal goes on to the next line by itself.
    ...wide.map((line) => `up to the very edge: ${line}`),
    ...(lines[0]?.startsWith(' amltls') === true ? [] : [`no header: ${lines[0]}`]),
    ...(lines.filter((line) => RULE.test(line)).length === 2 ? [] : ['a frame has two rules']),
    ...(below.some((line) => line.includes('Ctrl-C')) ? [] : ['no footer with the way out']),
    ...(lines.at(-1) === '' ? [] : ['nothing is free below the frame']),
  ];
}

/** Waits until the frame is whole: within its screen, with header, rules and keys. */
export async function wellDrawn(terminal: PtyTerminal): Promise<void> {
  await terminal.waitFor(() => faultsOf(terminal).length === 0).catch(() => expect(faultsOf(terminal), terminal.screen()).toEqual([]));
}
