import { setTimeout as sleep } from 'node:timers/promises';
import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { svgBody } from './svg.ts';

const LIMIT_MS = 30_000;
const STILL_MS = 150;
export const KEYS = { enter: '\r', down: '\u001b[B', esc: '\u001b' } as const;

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** A program in a terminal, pressed and pictured. */
export function record(args: readonly string[], { columns, rows }: Size, env: Readonly<Record<string, string>>) {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  const { CI: _ci, NO_COLOR: _plain, ...outside } = process.env as Record<string, string>;
  const child = pty.spawn(process.execPath, [...args], { name: 'xterm-256color', cols: columns, rows, env: { ...outside, ...env } });
  let written = 0;
  child.onData((data) => {
    written = performance.now();
    terminal.write(data);
  });
  const ended = new Promise<void>((done) => child.onExit(() => done()));
  const screen = () =>
    Array.from({ length: rows }, (_, y) => terminal.buffer.active.getLine(terminal.buffer.active.baseY + y)?.translateToString(true)).join('\n');
  return {
    /** Until `text` is on the screen; `still`: and nothing more is being drawn. */
    async until(text: string, still = true): Promise<void> {
      const late = performance.now() + LIMIT_MS;
      while (!screen().includes(text) || (still && performance.now() - written < STILL_MS)) {
        if (performance.now() > late) throw new Error(`not on the screen: ${text}\n${screen()}`);
        await sleep(20);
      }
    },
    press: (...keys: readonly string[]) => {
      for (const key of keys) child.write(key);
    },
    picture: () => svgBody(terminal),
    ended,
    close: () => child.kill(),
  };
}

export type Recorder = ReturnType<typeof record>;
