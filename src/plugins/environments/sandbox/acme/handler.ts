import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { ACME_PATH } from '../host/acme.ts';
import { account, newAccount, ordersOf } from './accounts.ts';
import { AcmeError, notFound } from './acme-error.ts';
import { type Answer, type Authority, accountAt, type Call } from './authority.ts';
import { authorization, challenge } from './authorizations.ts';
import { certificate, finalize, revoke } from './certificates.ts';
import { directory, TERMS } from './directory.ts';
import { createNonces, type Nonces } from './nonces.ts';
import { newOrder, order } from './orders.ts';
import { renewalInfo } from './renewal-info.ts';
import { openRequest } from './signed-request.ts';

type Signed = (call: Call) => Answer | Promise<Answer>;

/** Requests that are signed; `ID` stands for one part of the path. */
const SIGNED: readonly (readonly [RegExp, Signed])[] = (
  [
    ['/new-account', newAccount],
    ['/new-order', newOrder],
    ['/revoke-cert', revoke],
    ['/account/ID', account],
    ['/account/ID/orders', ordersOf],
    ['/order/ID', order],
    ['/order/ID/finalize', finalize],
    ['/authorization/ID', authorization],
    ['/challenge/ID', challenge],
    ['/certificate/ID', certificate],
  ] as const
).map(([path, does]) => [new RegExp(`^${path.replace('ID', '([A-Za-z0-9_-]+)')}$`), does]);

/** A small authority as RFC 8555 has it, with dns-01 alone: what clients of Let's Encrypt can be pointed at. */
export function createAcmeHandler(authority: Authority, nonces: Nonces = createNonces()): RequestListener {
  return (request, response) => {
    answerTo(request, authority, nonces)
      .catch((thrown: unknown) => refusal(thrown))
      .then((answer) => send(response, answer, request, authority, nonces))
      .catch(() => response.destroy());
  };
}

type Full = Answer & { readonly type?: string };

async function answerTo(request: IncomingMessage, authority: Authority, nonces: Nonces): Promise<Full> {
  const { method = 'GET', url = '' } = request;
  const path = new URL(url, 'https://127.0.0.1').pathname.slice(ACME_PATH.length);
  if (method !== 'POST') return look(method, path, authority);
  const found = SIGNED.map(([pattern, does]) => ({ hit: pattern.exec(path), does })).find(({ hit }) => hit !== null);
  if (found === undefined) throw notFound('resource');
  const { store, clock } = authority;
  const state = store.state.acme;
  const keyOfAccount = (kid: string) => accountAt(authority, state, kid).jwk;
  const opened = await openRequest(request, { url: `${authority.base()}${path}`, nonces, keyOfAccount });
  const answer = await found.does({ authority, state, now: clock.now(), request: opened, id: found.hit?.[1] ?? '' });
  // A look changes nothing.
  if (opened.payload !== undefined) await store.save();
  return answer;
}

function look(method: string, path: string, authority: Authority): Full {
  const ari = /^\/renewal-info\/([A-Za-z0-9_.-]+)$/.exec(path)?.[1];
  if (path === '/new-nonce') return { status: method === 'HEAD' ? 200 : 204 };
  if (path === '/directory') return { body: directory(authority.base()) };
  if (path === '/terms') return { body: TERMS, type: 'text/plain; charset=utf-8' };
  if (ari !== undefined) return { body: renewalInfo(authority.store.state.acme, ari) };
  if (SIGNED.some(([pattern]) => pattern.test(path))) throw new AcmeError('malformed', 'Requests here are signed and posted.', 405);
  throw notFound('resource');
}

function refusal(thrown: unknown): Full {
  const { problem, also } = thrown instanceof AcmeError ? thrown : new AcmeError('serverInternal', 'The practice authority failed.', 500);
  return { status: problem.status, body: { ...problem, ...also }, type: 'application/problem+json' };
}

function send(response: ServerResponse, answer: Full, { method }: IncomingMessage, { base }: Authority, nonces: Nonces): void {
  const { status = 200, body, location, up, type } = answer;
  const links = [`<${base()}/directory>;rel="index"`, ...(up === undefined ? [] : [`<${base()}${up}>;rel="up"`])];
  const usual = typeof body === 'string' ? 'application/pem-certificate-chain' : 'application/json';
  response.writeHead(status, {
    'cache-control': 'no-store',
    'replay-nonce': nonces.next(),
    link: links,
    ...(location === undefined ? {} : { location: `${base()}${location}` }),
    ...(body === undefined ? {} : { 'content-type': type ?? usual }),
  });
  response.end(body === undefined || method === 'HEAD' ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
}
