import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv6 } from 'node:net';

export interface HostPort {
  readonly address: string;
  readonly port: number;
}

/** Calls `write` when the time has come to send. */
export type Send = (write: () => void) => Promise<void>;

export const atOnce: Send = async (write) => write();

/**
 * Sends one datagram from a port of its own and listens until `accept` takes something.
 * The socket is connected: datagrams of other senders never arrive, and a closed port is known at once.
 * @param accept undefined: not meant for us; what it throws ends the exchange
 */
export async function overUdp<T>(
  { address, port }: HostPort,
  query: Buffer,
  accept: (bytes: Buffer) => T | undefined,
  signal: AbortSignal,
  send: Send = atOnce,
): Promise<T> {
  signal.throwIfAborted();
  const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
  const answered = Promise.withResolvers<T>();
  const onAbort = () => answered.reject(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  socket.on('error', answered.reject);
  socket.on('message', (bytes) => {
    try {
      const taken = accept(bytes);
      if (taken !== undefined) answered.resolve(taken);
    } catch (unreadable) {
      answered.reject(unreadable);
    }
  });
  try {
    socket.connect(port, address);
    await Promise.race([once(socket, 'connect'), answered.promise]);
    await send(() => socket.send(query));
    return await answered.promise;
  } finally {
    signal.removeEventListener('abort', onAbort);
    socket.close();
  }
}
