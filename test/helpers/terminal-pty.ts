import pty from '@lydell/node-pty';
import { createScreen, KEYS, type KeyPress, pasted, type ScreenOptions } from './terminal-screen.ts';

export interface PtyOptions extends ScreenOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** A program in a pseudo-terminal, with the screen it draws. End it with `await using`, or wait for `exited`. */
export function runInPty(command: string, args: readonly string[], { columns = 80, rows = 24, cwd, env, ...options }: PtyOptions = {}) {
  const { write, resize, ...screen } = createScreen({ columns, rows, deadlineMs: 20_000, ...options });
  const written: string[] = [];
  const child = pty.spawn(command, [...args], {
    name: 'xterm-256color',
    cols: columns,
    rows,
    ...(cwd === undefined ? {} : { cwd }),
    env: set({ ...process.env, ...env }),
  });
  let running = true;
  const { promise: exited, resolve } = Promise.withResolvers<{ readonly exitCode: number; readonly signal: number | undefined }>();
  child.onData((text) => {
    written.push(text);
    write(text);
  });
  child.onExit(({ exitCode, signal }) => {
    running = false;
    resolve({ exitCode, signal });
  });
  return {
    ...screen,
    exited,
    written: (): readonly string[] => written,
    type: (text: string): void => child.write(text),
    press: (key: KeyPress): void => child.write(KEYS[key]),
    paste: (text: string): void => child.write(pasted(text)),
    resize(size: { readonly columns: number; readonly rows: number }): void {
      resize(size);
      child.resize(size.columns, size.rows);
    },
    kill: (signal?: string): void => child.kill(signal),
    async [Symbol.asyncDispose](): Promise<void> {
      if (running) child.kill();
      await exited;
    },
  };
}

/** node-pty writes undefined as a word. */
function set(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

export type PtyTerminal = ReturnType<typeof runInPty>;
