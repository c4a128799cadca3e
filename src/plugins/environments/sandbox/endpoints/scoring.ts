import type { IncomingMessage, ServerResponse } from 'node:http';

/** A practice service answers every body with this; what it would have computed is not what is practised here. */
const SCORE = JSON.stringify({ result: [0.5] });

/**
 * What is behind a front end: scoring paths take POST, everything else is not there.
 * @param paths the scoring paths that exist now, such as `/api/v1/service/scorer/score`
 */
export function answerScoring(request: IncomingMessage, response: ServerResponse, paths: readonly string[]): void {
  request.resume();
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  if (!paths.includes(path)) reply(response, 404, { message: 'There is no such service on this front end.' });
  else if (request.method !== 'POST') reply(response, 405, { message: 'A service is scored with POST.' }, { allow: 'POST' });
  else request.once('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end(SCORE));
}

function reply(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
