import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import type { PracticeClock } from '../clock/practice-clock.ts';
import type { PracticeEndpoints } from '../endpoints/endpoints.ts';
import { fault } from '../state/fault.ts';
import type { Store } from '../state/store.ts';
import { frontEnds } from '../world/front-ends.ts';
import { settle } from '../world/settle.ts';
import { type Authority, certificateBody, issueCertificate } from './certificates.ts';
import { nextClock } from './clock-news.ts';
import { deleteRecords, putRecords, recordsBody, removalBody } from './records.ts';
import { ControlError, readJson } from './respond.ts';
import { deleteSecrets, putSecrets, secretNames, secretRemovalBody, secretsBody } from './secrets.ts';
import { portOf, stateView } from './state-view.ts';

export interface ControlContext {
  readonly store: Store;
  readonly clock: PracticeClock;
  readonly endpoints: PracticeEndpoints;
  readonly issuer: Authority;
  /** Which host this is: another one for every start. */
  readonly instance: string;
}

type Route = (context: ControlContext, request: IncomingMessage, query: URLSearchParams) => Promise<unknown>;

const clockBody = z.strictObject({ advanceSeconds: z.number().nonnegative() });

/** `METHOD /path` → answer. Those of cli.md come first; the others serve lessons and processes that joined. */
export const ROUTES: Readonly<Record<string, Route>> = {
  'GET /requests': async ({ store }) => store.state.requests.map((request) => ({ ...request, at: new Date(request.at).toISOString() })),

  'POST /clock': async ({ clock, store, endpoints }, request) => {
    clock.advance(parsed(clockBody, await readJson(request)).advanceSeconds * 1000);
    store.state.clock = clock.base();
    settle(store.state, clock.now());
    await Promise.all([store.save(), endpoints.sync()]);
    return { now: new Date(clock.now()).toISOString() };
  },

  'PUT /faults': async ({ store }, request) => {
    store.state.faults = parsed(z.array(fault), await readJson(request));
    await store.save();
    return store.state.faults;
  },

  'PUT /records': async ({ store }, request) => {
    putRecords(store.state.dns.zones, parsed(recordsBody, await readJson(request)));
    await store.save();
    return zoneRecords(store);
  },

  'DELETE /records': async ({ store }, request) => {
    deleteRecords(store.state.dns.zones, parsed(removalBody, await readJson(request)));
    await store.save();
    return zoneRecords(store);
  },

  'GET /state': async ({ store, clock, endpoints }) => {
    await endpoints.sync();
    return stateView(store.state, clock.now(), (ip) => endpoints.connect(ip));
  },

  'POST /certificates': async ({ issuer, clock }, request) => await issueCertificate(issuer, parsed(certificateBody, await readJson(request)), clock.now()),

  'GET /records': async ({ store }) => zoneRecords(store),

  'GET /secrets': async ({ store }) => secretNames(store.state),

  'PUT /secrets': async ({ store }, request) => {
    putSecrets(store.state, parsed(secretsBody, await readJson(request)));
    await store.save();
    return secretNames(store.state);
  },

  'DELETE /secrets': async ({ store }, request) => {
    deleteSecrets(store.state, parsed(secretRemovalBody, await readJson(request)));
    await store.save();
    return secretNames(store.state);
  },

  'GET /zones': async ({ store }) => store.state.dns.zones.map(({ zone, nameServers }) => ({ zone, nameServers })),

  'GET /host': async ({ instance }) => ({ instance }),

  'GET /clock': async ({ clock }, request, query) => nextClock(clock, query.get('unlike'), request),

  'GET /front-end': async ({ store, clock, endpoints }, _request, query) => {
    await endpoints.sync();
    const ip = query.get('ip') ?? '';
    const connect = endpoints.connect(ip);
    const frontEnd = frontEnds(store.state, clock.now()).find((candidate) => candidate.ip === ip);
    return connect === undefined || frontEnd === undefined ? null : { port: portOf(frontEnd), connect };
  },
};

const zoneRecords = (store: Store) => store.state.dns.zones.flatMap((zone) => zone.records.map((record) => ({ zone: zone.zone, ...record })));

function parsed<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw new ControlError(400, z.prettifyError(result.error));
}
