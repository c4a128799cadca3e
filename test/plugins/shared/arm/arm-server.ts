import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Json } from '../../../../src/core/contracts/index.ts';
import type { ServerCertificate } from './throwaway-ca.ts';

export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Tells connections apart. */
  readonly port: number | undefined;
}

export type Answer =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: Json }
  | { readonly text: string; readonly status: number; readonly headers: Record<string, string> }
  | 'reset'
  | 'silence';

/** A real https server that gives the next answer of a list; the last one again when the list is over. */
export interface ArmServer extends AsyncDisposable {
  readonly url: string;
  readonly seen: readonly Seen[];
  answer(...answers: readonly Answer[]): void;
  answerBy(choose: (seen: Seen) => Answer): void;
}

export async function startArmServer(certificate: ServerCertificate): Promise<ArmServer> {
  const seen: Seen[] = [];
  let choose: (seen: Seen) => Answer = () => ({ status: 200, body: {} });
  const server = createServer({ cert: certificate.certPem, key: certificate.keyPem }, async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const entry = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body, port: request.socket.remotePort };
    seen.push(entry);
    const answer = choose(entry);
    if (answer === 'silence') return;
    if (answer === 'reset') return void request.socket.destroy();
    response.writeHead(answer.status, { ...('text' in answer ? {} : { 'content-type': 'application/json; charset=utf-8' }), ...answer.headers });
    response.end('text' in answer ? answer.text : answer.body === undefined ? '' : JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    answer(...answers) {
      seen.length = 0;
      const left = [...answers];
      choose = () => (left.length > 1 ? left.shift() : left[0]) ?? { status: 500 };
    },
    answerBy(chooser) {
      seen.length = 0;
      choose = chooser;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
