import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';

const MAX_KEPT = 1024 * 1024;

/** A socket for `tls.connect` that keeps what the server sends, so that its handshake can be read as it was. */
export class Tap extends Duplex {
  readonly #socket: Socket;
  #kept: Buffer[] = [];
  #size = 0;

  constructor(socket: Socket) {
    super();
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => {
      if (this.#size < MAX_KEPT) this.#kept.push(chunk);
      this.#size += chunk.length;
      if (!this.push(chunk)) socket.pause();
    });
    socket.once('end', () => this.push(null));
    socket.once('error', (error) => this.destroy(error));
    socket.once('close', () => this.destroy());
  }

  /** What the server sent so far. */
  received(): Uint8Array {
    return Buffer.concat(this.#kept);
  }

  override _read(): void {
    this.#socket.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#socket.write(chunk, (error) => done(error ?? null));
  }

  override _final(done: () => void): void {
    this.#socket.end(done);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#socket.destroy();
    done(error);
  }
}
