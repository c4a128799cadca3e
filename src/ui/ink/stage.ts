import { Writable } from 'node:stream';
import type { Size } from './model.ts';

const BEGIN_UPDATE = '\u001b[?2026h';
const END_UPDATE = '\u001b[?2026l';
export const HOME_AND_ERASE = '\u001b[H\u001b[J';

/** The terminal as far as drawing on it goes. */
export type Terminal = NodeJS.WritableStream & { readonly columns?: number; readonly rows?: number; readonly isTTY?: boolean };

export const sizeOf = (terminal: Terminal): Size => ({ columns: terminal.columns ?? 80, rows: terminal.rows ?? 24 });

/**
 * What Ink writes to instead of the terminal: a frame leaves as one write, and the size changes only when the frame for it is ready.
 * (Ink would first draw the old frame at the new size, which scrolls a screen that has become smaller.)
 */
export class Stage extends Writable {
  readonly isTTY = true;
  columns: number;
  rows: number;
  readonly #terminal: Terminal;
  #frame: string | undefined;

  constructor(terminal: Terminal) {
    super({ decodeStrings: false });
    this.#terminal = terminal;
    const { columns, rows } = sizeOf(terminal);
    this.columns = columns;
    this.rows = rows;
  }

  override _write(chunk: string | Uint8Array, _encoding: BufferEncoding, done: () => void): void {
    const text = typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk);
    if (text === BEGIN_UPDATE) this.#frame = text;
    else if (this.#frame === undefined) this.#terminal.write(text);
    else {
      this.#frame += text;
      if (text === END_UPDATE) this.#release();
    }
    done();
  }

  #release(): void {
    const frame = this.#frame ?? '';
    this.#frame = undefined;
    this.#terminal.write(frame);
  }
}
