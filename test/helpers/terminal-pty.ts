import pty from '@lydell/node-pty';
import { createScreen, KEYS, type KeyPress, pasted, type ScreenOptions } from './terminal-screen.ts';

export interface PtyOptions extends ScreenOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Asks how lines are read once the program has ended: `modeAtEnd`. */
  readonly asksMode?: boolean;
}

// A signal of the terminal meets the shell too.
const ASK_MODE = 'trap : INT; "$@"; code=$?; printf "@@MODE %s@@" "$(stty -a)"; exit $code';

/** A program in a pseudo-terminal, with the screen it draws. End it with `await using`, or wait for `exited`. */
export function runInPty(command: string, args: readonly string[], { columns = 80, rows = 24, cwd, env, asksMode = false, ...options }: PtyOptions = {}) {
  const { write, resize, ...screen } = createScreen({ columns, rows, deadlineMs: 20_000, ...options });
  const written: string[] = [];
  // What is left of the terminal can be asked only by who still has it: a shell that comes after the program.
  const asked = asksMode && process.platform !== 'win32';
  const [program, ...rest] = asked ? ['sh', '-c', ASK_MODE, 'sh', command, ...args] : [command, ...args];
  const child = pty.spawn(program ?? command, rest, {
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
    /** `stty -a` when the program had ended; undefined where it was not asked for, or cannot be. */
    async modeAtEnd(): Promise<string | undefined> {
      const mode = (): string | undefined => /@@MODE ([^@]*)@@/.exec(written.join(''))?.[1];
      if (asked) await screen.waitFor(() => mode() !== undefined);
      return mode();
    },
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
