import { PassThrough, Writable } from 'node:stream';
import { createScreen, KEYS, type KeyPress, pasted, type ScreenOptions } from './terminal-screen.ts';

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

/** A terminal without a window, for programs that run in this process: streams to hand over, and the screen they lead to. */
export function createTerminal({ columns = 80, rows = 24, ...options }: ScreenOptions = {}) {
  const { write, resize, ...screen } = createScreen({ columns, rows, ...options });
  const written: string[] = [];
  const stdin = new Input();
  const stdout = new Output(columns, rows, (text) => {
    written.push(text);
    // The line discipline of a terminal adds the carriage return.
    write(text.replace(/(?<!\r)\n/g, '\r\n'));
  });
  return {
    ...screen,
    stdin,
    stdout,
    /** Every write so far, as it left the program. */
    written: (): readonly string[] => written,
    type: (text: string): void => void stdin.write(text),
    press: (key: KeyPress): void => void stdin.write(KEYS[key]),
    paste: (text: string): void => void stdin.write(pasted(text)),
    resize(size: { readonly columns: number; readonly rows: number }): void {
      resize(size);
      Object.assign(stdout, size);
      stdout.emit('resize');
    },
  };
}

export type TestTerminal = ReturnType<typeof createTerminal>;
