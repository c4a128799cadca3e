import { describe, expect, it } from 'vitest';
import { BIN, freshHome } from '../helpers/bin.ts';
import { leftClean } from '../helpers/left-clean.ts';
import { runInPty } from '../helpers/terminal-pty.ts';

const LIMIT = 60_000;
const ENTER_ALTERNATE = '\u001b[?1049h';

/** A shell with job control, and this program in it. */
async function inShell(command: string) {
  const home = await freshHome();
  const terminal = runInPty('bash', ['--norc', '-i'], {
    columns: 100,
    rows: 30,
    cwd: home.folder,
    env: { ...home.env, PS1: 'shell> ', CI: undefined, NO_COLOR: undefined, TERM: 'xterm-256color' },
  });
  await terminal.waitFor('shell>');
  terminal.type(`'${process.execPath}' '${BIN}' ${command}; echo ended=$?\r`);
  return terminal;
}

describe.skipIf(process.platform === 'win32')('Ctrl-Z', () => {
  it('hands the terminal to the shell, and fg brings everything back, at the size that the window has by then', { timeout: LIMIT }, async () => {
    const terminal = await inShell('secure --sandbox');
    await using _ended = terminal;
    await terminal.waitFor('Which name do clients call');
    expect(terminal.onAlternateScreen()).toBe(true);

    terminal.type('\u001a');
    await terminal.waitFor('Stopped');
    expect(terminal.onAlternateScreen()).toBe(false);
    terminal.type('stty -a | tr " " "\\n" | grep -x -e icanon -e echo | sort | xargs echo mode:\r');
    await terminal.waitFor('mode: echo icanon');

    terminal.resize({ columns: 80, rows: 24 });
    terminal.type('fg\r');
    const back = await terminal.waitFor((screen) => screen.includes('Which name do clients call') && screen.includes('Ctrl-C'));
    expect(terminal.onAlternateScreen()).toBe(true);
    expect(back.split('\n').every((line) => line.length <= 80)).toBe(true);
    expect(back).not.toContain('shell>');
    // Keys are heard again.
    terminal.press('Down');
    await terminal.waitFor('❯ A name from Microsoft');

    terminal.press('CtrlC');
    await terminal.waitFor('shell>');
    expect(terminal.onAlternateScreen()).toBe(false);
  });

  it.each([
    ['the list of lessons', 'learn', '0 of 8 done'],
    ['the home screen', '--sandbox', 'What would you like to do?'],
    ['prompts', 'secure --sandbox --prompts', '? Which name do clients call'],
    ['a wait that counts', 'watch dns --sandbox --name www.contoso.com --expect 203.0.113.77', 'Ctrl-C leave'],
  ])('does so over %s, too', { timeout: LIMIT }, async (what, command, shows) => {
    const terminal = await inShell(command);
    await using _ended = terminal;
    await terminal.waitFor(shows);
    terminal.type('\u001a');
    await terminal.waitFor('Stopped');
    expect(terminal.onAlternateScreen()).toBe(false);
    terminal.type('clear; fg\r');
    await terminal.waitFor((screen) => screen.includes(shows) && !screen.includes('Stopped'));
    expect(terminal.onAlternateScreen()).toBe(what !== 'prompts');
    terminal.press('CtrlC');
    await terminal.waitFor('shell>');
    expect(terminal.onAlternateScreen()).toBe(false);
  });

  it('does not end a program that no shell could bring back', { timeout: LIMIT }, async () => {
    const home = await freshHome();
    const terminal = home.open(['gallery', 'confirm'], { columns: 80, rows: 24 });
    await terminal.waitFor('Do you want to see more options?');
    terminal.type('\u001a');
    const drawn = () => terminal.written().join('').split(ENTER_ALTERNATE).length - 1;
    await terminal.waitFor(() => drawn() === 2);
    await terminal.waitFor('Do you want to see more options?');
    terminal.press('CtrlC');
    await leftClean(terminal);
  });
});
