import type { ServerResponse } from 'node:http';
import type { Answer } from './call.ts';

export interface Tracing {
  readonly requestId: string;
  readonly correlationId: string | string[] | undefined;
  /** For `WWW-Authenticate`. */
  readonly challenge: string;
}

export function respond(response: ServerResponse, answer: Answer, tracing: Tracing): void {
  const body = answer.body === undefined ? '' : JSON.stringify(answer.body);
  response.writeHead(answer.status, {
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'x-ms-request-id': tracing.requestId,
    'x-ms-correlation-request-id': tracing.correlationId ?? tracing.requestId,
    ...(answer.status === 401 ? { 'www-authenticate': tracing.challenge } : {}),
    ...(body === '' ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    ...answer.headers,
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

/** Holds an answer back, ms of wall time; ends early when the client has gone. */
export function waitFor(ms: number, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      response.off('close', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    response.on('close', done);
  });
}
