import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Clock } from '../../../../core/contracts/index.ts';
import type { HttpFault } from '../state/fault.ts';
import type { Store } from '../state/store.ts';
import { AzureError } from '../world/azure-error.ts';
import { takeHttpFault } from '../world/faults.ts';
import type { Issuer } from '../world/issuer.ts';
import { settle } from '../world/settle.ts';
import { readApiVersion } from './api-version.ts';
import { authenticate, CHALLENGE } from './auth.ts';
import type { Answer } from './call.ts';
import { errorAnswer, faultAnswer } from './errors.ts';
import { type Incoming, parseBody, receive } from './receive.ts';
import { loggedBody, logRequest } from './request-log.ts';
import { respond, waitFor } from './respond.ts';
import { matchRoute, planeOf } from './route.ts';
import { routes } from './routes.ts';

export interface ArmHandlerOptions {
  readonly store: Store;
  readonly clock: Pick<Clock, 'now'>;
  readonly issuer: Issuer;
  /** `https://127.0.0.1:PORT`; asked for when an answer needs it. */
  baseUrl(): string;
  readonly token: string;
  /** Told after every request that may have changed the world. */
  readonly changed?: () => void;
}

/** The resource manager, the discovery service and the model-management data plane, as one listener of an https server. */
export function createArmHandler(options: ArmHandlerOptions): RequestListener {
  let last: Promise<unknown> = Promise.resolve();
  // Changes are taken one after another, so that two of one resource never both find it idle.
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
  return (request, response) => {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    serve(options, request, response, reads ? undefined : inTurn).catch(() => response.destroy());
  };
}

type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** @param inTurn for requests that may change the world */
async function serve(options: ArmHandlerOptions, request: IncomingMessage, response: ServerResponse, inTurn: InTurn | undefined): Promise<void> {
  const { state } = options.store;
  const incoming = await receive(request);
  const { method, path } = incoming;
  const fault = takeHttpFault(state, method, path);
  const requestId = randomUUID();
  const work = (): Promise<Answer> => answerTo(options, request, incoming, fault).catch((error: unknown) => refused(error, path, requestId));
  const answer = fault?.reset ? RESET : await (inTurn === undefined ? work() : inTurn(work));
  logRequest(state, { at: options.clock.now(), method, path, query: incoming.query.toString(), body: loggedBody(incoming.text), status: answer.status });
  const kept = await keep(options, inTurn === undefined).then(
    () => answer,
    (error: unknown) => refused(error, path, requestId),
  );
  if (fault?.delayMs !== undefined) await waitFor(fault.delayMs, response);
  if (answer === RESET) request.socket.resetAndDestroy();
  else respond(response, kept, { requestId, correlationId: request.headers['x-ms-correlation-request-id'], challenge: CHALLENGE });
}

const RESET: Answer = { status: 0 };

/** A change is on the disk before its answer goes out; the log of a reading request may follow. */
async function keep({ store, changed }: ArmHandlerOptions, reads: boolean): Promise<void> {
  if (reads) return store.saveSoon();
  await store.save();
  changed?.();
}

async function answerTo(options: ArmHandlerOptions, request: IncomingMessage, incoming: Incoming, fault: HttpFault | undefined): Promise<Answer> {
  if (fault?.status !== undefined) return faultAnswer(fault, fault.status, planeOf(incoming.path));
  if (incoming.refusal !== undefined) throw incoming.refusal;
  authenticate(request, options.token);
  return dispatch(options, incoming, fault);
}

function refused(error: unknown, path: string, requestId: string): Answer {
  const known = error instanceof AzureError ? error : new AzureError(500, 'InternalServerError', 'The practice Azure met an error of its own.');
  return errorAnswer(known, planeOf(path), requestId);
}

function dispatch(options: ArmHandlerOptions, incoming: Incoming, fault: HttpFault | undefined): Answer | Promise<Answer> {
  const { route, params } = matchRoute(routes, incoming.method, incoming.path);
  const apiVersion = route.plane === 'arm' ? readApiVersion(incoming.query, route.versions) : '';
  const now = options.clock.now();
  settle(options.store.state, now);
  return route.handle({
    world: { state: options.store.state, now, issuer: options.issuer },
    baseUrl: options.baseUrl(),
    params,
    query: incoming.query,
    contentType: incoming.contentType,
    ifMatch: incoming.ifMatch,
    ifNoneMatch: incoming.ifNoneMatch,
    apiVersion,
    body: parseBody(incoming.text),
    provisioningErrors: fault?.provisioningErrors,
  });
}
