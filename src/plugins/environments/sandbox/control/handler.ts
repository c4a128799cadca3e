import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { ProblemError } from '../../../../core/problems/problem-error.ts';
import { ControlError, carriesToken, sendJson } from './respond.ts';
import { type ControlContext, ROUTES } from './routes.ts';

/** The control endpoint of cli.md: the sandbox's clock, faults, records and state, for tests, lessons and processes that joined. */
export function createControlHandler(context: ControlContext): RequestListener {
  return (request, response) => {
    answer(context, request, response).catch(() => response.destroy());
  };
}

async function answer(context: ControlContext, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!carriesToken(request, context.store.state.token)) {
    sendJson(response, 401, refusal('The token is missing or wrong.'), { 'www-authenticate': 'Bearer' });
    return;
  }
  const url = new URL(request.url ?? '/', 'https://127.0.0.1');
  const route = ROUTES[`${request.method} ${url.pathname}`];
  if (route === undefined) {
    sendJson(response, 404, refusal(`There is nothing at ${request.method} ${url.pathname}.`));
    return;
  }
  try {
    sendJson(response, 200, await route(context, request, url.searchParams));
  } catch (error) {
    if (error instanceof ControlError) sendJson(response, error.status, refusal(error.message));
    else sendJson(response, 500, refusal(error instanceof ProblemError ? error.problem.code : 'The practice Azure failed.'));
  }
}

const refusal = (message: string) => ({ error: { message } });
