import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { firstOf, framed } from '../../../shared/dns/tcp.ts';

/** Where a server listens, over UDP and TCP alike; disposing closes both. */
export interface Listening extends AsyncDisposable {
  readonly address: string;
  readonly port: number;
}

export type Handle = (bytes: Buffer, transport: 'udp' | 'tcp') => Promise<Buffer | undefined>;

const LOOPBACK = '127.0.0.1';
const TRIES = 20;
const IDLE_MS = 10_000;

/**
 * One port on loopback, the same for UDP and TCP.
 * @param port 0 for any
 * @throws Error `EADDRINUSE` and the like
 */
export async function listen(handle: Handle, port = 0): Promise<Listening> {
  for (let attempt = 1; ; attempt += 1) {
    const tcp = await bound(createServer(), port);
    try {
      return opened(tcp, await boundUdp(portOf(tcp)), handle);
    } catch (taken) {
      tcp.close();
      if (port !== 0 || attempt === TRIES) throw taken;
    }
  }
}

function opened(tcp: Server, udp: UdpSocket, handle: Handle): Listening {
  const sockets = new Set<Socket>();
  udp.on('message', (bytes, from) => {
    void handle(bytes, 'udp')
      .then((reply) => {
        if (reply !== undefined) udp.send(reply, from.port, from.address, () => {}); // the asker may be gone
      })
      .catch(() => {}); // one datagram never ends the server, nor does the end of the server one that is on its way
  });
  tcp.on('connection', (socket) => {
    sockets.add(socket);
    socket.setTimeout(IDLE_MS, () => socket.destroy());
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    void converse(socket, handle).catch(() => socket.destroy());
  });
  return {
    address: LOOPBACK,
    port: portOf(tcp),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      const closed = Promise.all([once(tcp, 'close'), once(udp, 'close')]);
      tcp.close();
      udp.close();
      await closed;
    },
  };
}

async function converse(socket: Socket, handle: Handle): Promise<void> {
  let received = Buffer.alloc(0);
  for await (const chunk of socket) {
    received = Buffer.concat([received, chunk]);
    for (let message = firstOf(received); message !== undefined; message = firstOf(received)) {
      received = received.subarray(2 + message.length);
      const reply = await handle(message, 'tcp');
      if (reply !== undefined) socket.write(framed(reply));
    }
  }
}

async function bound(server: Server, port: number): Promise<Server> {
  server.listen(port, LOOPBACK);
  await once(server, 'listening');
  return server;
}

async function boundUdp(port: number): Promise<UdpSocket> {
  const socket = createSocket('udp4');
  socket.bind(port, LOOPBACK);
  try {
    await once(socket, 'listening');
  } catch (taken) {
    socket.close();
    throw taken;
  }
  socket.on('error', () => {}); // a failed send is the asker's loss, not the server's end
  return socket;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
