import { once } from 'node:events';
import { connect } from 'node:net';
import { atOnce, type HostPort, type Send } from './udp.ts';

const LENGTH_BYTES = 2;

/** One query over a connection of its own (RFC 7766). @throws Error where the connection ends before the answer does */
export async function overTcp<T>(
  { address, port }: HostPort,
  query: Buffer,
  accept: (bytes: Buffer) => T | undefined,
  signal: AbortSignal,
  send: Send = atOnce,
): Promise<T> {
  signal.throwIfAborted();
  const socket = connect({ host: address, port, noDelay: true });
  socket.on('error', () => undefined); // told below, to whoever reads
  const onAbort = () => socket.destroy(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    await once(socket, 'connect');
    await send(() => socket.write(framed(query)));
    let received = Buffer.alloc(0);
    for await (const chunk of socket) {
      received = Buffer.concat([received, chunk]);
      for (let message = firstOf(received); message !== undefined; message = firstOf(received)) {
        received = received.subarray(LENGTH_BYTES + message.length);
        const taken = accept(message);
        if (taken !== undefined) return taken;
      }
    }
    throw new Error('the connection was closed before the answer came');
  } finally {
    signal.removeEventListener('abort', onAbort);
    socket.destroy();
  }
}

/** A message with its length before it (RFC 1035 4.2.2). */
export function framed(message: Buffer): Buffer {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt16BE(message.length);
  return Buffer.concat([length, message]);
}

/** The first whole message of what has arrived; undefined until it is all there. */
export function firstOf(received: Buffer): Buffer | undefined {
  if (received.length < LENGTH_BYTES) return undefined;
  const end = LENGTH_BYTES + received.readUInt16BE(0);
  return received.length < end ? undefined : received.subarray(LENGTH_BYTES, end);
}
