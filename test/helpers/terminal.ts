import { PassThrough, Writable } from 'node:stream';
import { setImmediate as yieldOnce } from 'node:timers/promises';
import xterm from '@xterm/headless';

const KEYS = {
  Enter: '\r',
  Esc: '\u001b',
  Tab: '\t',
  Up: '\u001b[A',
  Down: '\u001b[B',
  Right: '\u001b[C',
  Left: '\u001b[D',
  Home: '\u001b[H',
  End: '\u001b[F',
  PgUp: '\u001b[5~',
  PgDn: '\u001b[6~',
  Backspace: '\u007f',
  Delete: '\u001b[3~',
  CtrlC: '\u0003',
  CtrlO: '\u000f',
  CtrlU: '\u0015',
  CtrlW: '\u0017',
  CtrlY: '\u0019',
} as const;

export type KeyPress = keyof typeof KEYS;

class Output extends Writable {
  readonly isTTY = true;
  columns: number;
  rows: number;
  readonly #onWrite: (text: string) => void;

  constructor(columns: number, rows: number, onWrite: (text: string) => void) {
    super({ decodeStrings: false });
    this.columns = columns;
    this.rows = rows;
    this.#onWrite = onWrite;
  }

  override _write(chunk: string | Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#onWrite(chunk.toString());
    done();
  }
}

class Input extends PassThrough {
  readonly isTTY = true;
  isRaw = false;
  setRawMode(on: boolean): this {
    this.isRaw = on;
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
}

type Wanted = string | RegExp | ((screen: string) => boolean);

/** A terminal without a window: what is written to `stdout` is read back from its cells, as a person would see it. */
export function createTerminal({ columns = 80, rows = 24, deadlineMs = 5000 } = {}) {
  const emulator = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 1000 });
  const watchers = new Set<() => void>();
  const written: string[] = [];
  const stdin = new Input();
  const stdout = new Output(columns, rows, (text) => {
    written.push(text);
    // A terminal in cooked mode goes to the first column at a line end; so does a raw one for what Ink writes.
    emulator.write(text.replace(/(?<!\r)\n/g, '\r\n'), () => {
      for (const watcher of watchers) watcher();
    });
  });

  const lines = (): readonly string[] => {
    const { active } = emulator.buffer;
    return Array.from({ length: emulator.rows }, (_, at) => active.getLine(active.baseY + at)?.translateToString(true) ?? '');
  };
  const screen = (): string => lines().join('\n').trimEnd();
  const shows = (wanted: Wanted): boolean => {
    const now = screen();
    return typeof wanted === 'string' ? now.includes(wanted) : wanted instanceof RegExp ? wanted.test(now) : wanted(now);
  };

  /** Resolves once the screen shows it; fails with the last screen when the deadline passes. */
  const waitFor = async (wanted: Wanted): Promise<string> => {
    if (!shows(wanted)) {
      await new Promise<void>((resolve, reject) => {
        const look = (): void => {
          if (!shows(wanted)) return;
          clearTimeout(timer);
          watchers.delete(look);
          resolve();
        };
        const timer = setTimeout(() => {
          watchers.delete(look);
          reject(new Error(`not on the screen within ${deadlineMs} ms: ${String(wanted)}\n${screen()}`));
        }, deadlineMs);
        watchers.add(look);
      });
    }
    // A frame that is to be seen does not mean that keys are heard.
    await yieldOnce();
    return screen();
  };

  return {
    stdin,
    stdout,
    screen,
    lines,
    waitFor,
    cursor: () => ({ x: emulator.buffer.active.cursorX, y: emulator.buffer.active.cursorY }),
    onAlternateScreen: () => emulator.buffer.active.type === 'alternate',
    /** Every write so far, as it left the program. */
    written: () => written,
    type: (text: string) => void stdin.write(text),
    press: (key: KeyPress) => void stdin.write(KEYS[key]),
    paste: (text: string) => void stdin.write(`\u001b[200~${text}\u001b[201~`),
    resize(next: { readonly columns: number; readonly rows: number }) {
      emulator.resize(next.columns, next.rows);
      Object.assign(stdout, next);
      stdout.emit('resize');
    },
    /** The first part of the scrollback of the normal screen, for what is printed after leaving. */
    normalScreen: () =>
      Array.from({ length: emulator.buffer.normal.length }, (_, at) => emulator.buffer.normal.getLine(at)?.translateToString(true) ?? '')
        .join('\n')
        .trimEnd(),
  };
}

export type TestTerminal = ReturnType<typeof createTerminal>;
