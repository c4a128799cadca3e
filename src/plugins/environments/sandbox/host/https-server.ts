import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import { listenOnLoopback } from './listen.ts';

export interface HttpsServer extends AsyncDisposable {
  readonly port: number;
}

/** A server on loopback for programs that trust the practice CA. */
export async function serveHttps(
  pair: { readonly chainPem: string; readonly keyPem: string },
  handler: RequestListener,
  preferredPort: number,
): Promise<HttpsServer> {
  const server = createServer({ cert: pair.chainPem, key: pair.keyPem, ca: [], minVersion: 'TLSv1.2' }, handler);
  // Clients on this machine come back; a connection that is about to be closed is a request that fails for nothing.
  server.keepAliveTimeout = 60_000;
  server.on('tlsClientError', (_error, socket) => socket.destroy());
  const port = await listenOnLoopback(server, preferredPort);
  return {
    port,
    [Symbol.asyncDispose]: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
