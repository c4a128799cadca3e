import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { listenOnLoopback } from '../host/listen.ts';
import { answerScoring } from './scoring.ts';
import { createContextCache, type ServedPair } from './tls-context.ts';

/** What one practice IP serves at a moment. */
export interface Door {
  /** null while TLS is off: plain http. */
  readonly tls: ServedPair | null;
  readonly scoringPaths: readonly string[];
}

/** A connection that is taken and never answered, or ended at once. */
export type Struck = 'silent' | 'reset';

/** One practice IP on one loopback port. */
export interface FrontDoor extends AsyncDisposable {
  readonly port: number;
}

/**
 * Listens for one practice IP. What it serves is asked anew at every connection, so that a changed certificate shows at the
 * next handshake; nothing to serve means that the connection is reset.
 * @param preferredPort the one it had before, 0 for any
 */
export async function openFrontDoor(now: () => Door | Struck | undefined, preferredPort: number): Promise<FrontDoor> {
  const contexts = createContextCache();
  const http = createHttpServer((request, response) => {
    const door = now();
    answerScoring(request, response, typeof door === 'object' ? door.scoringPaths : []);
  });
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    const door = now();
    if (door === undefined || door === 'reset') socket.resetAndDestroy();
    else if (door === 'silent') socket.resume();
    else if (door.tls === null) http.emit('connection', socket);
    else handshake(socket, contexts(door.tls), (secured) => http.emit('connection', secured));
  });
  const port = await listenOnLoopback(server, preferredPort);
  return {
    port,
    [Symbol.asyncDispose]: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      http.close();
      await closed;
    },
  };
}

function handshake(socket: Socket, secureContext: ReturnType<ReturnType<typeof createContextCache>>, ready: (secured: TLSSocket) => void): void {
  if (secureContext === undefined) {
    socket.resetAndDestroy();
    return;
  }
  const secured = new TLSSocket(socket, { isServer: true, secureContext });
  secured.on('error', () => socket.destroy());
  secured.once('secure', () => ready(secured));
}
