import type { Applying, ArmReply, ArmRequest, CertBundle, ChangeEvent, Context, Domain, JsonObject, Pending } from '../../../core/contracts/index.ts';
import { say, value } from '../../../core/text/say.ts';
import { followOperation } from '../../shared/arm/follow-operation.ts';
import { resolvePair } from '../../shared/web-service/private-key.ts';
import { createBody, tlsPatch } from './bodies.ts';
import { settingsMatch, tlsVerdict } from './difference.ts';
import { proveService, remarks } from './proof.ts';
import { getService, placeOf, receiptOf, type ServicePlace } from './service.ts';
import { healthyService, inTransition, settledService } from './settled.ts';

const LIMIT = 60 * 60_000; // ms
const ATTEMPTS = 3;

export interface ServiceWork {
  readonly domain: Domain;
  readonly bundle?: CertBundle;
  /** What a new service is made from; undefined where it is to exist already. */
  readonly file?: JsonObject;
}

/** Sends the one PATCH or POST, follows the operation, waits for Healthy, reads back. What was begun before is followed, not sent again. */
export async function* applyService(work: ServiceWork, context: Context, pending: Pending | undefined): Applying {
  const place = await placeOf(context);
  if (pending?.operation !== undefined) yield* follow(place, context, { pending });
  else if (!(yield* isThere(work, context, pending))) yield* send(work, place, context);
  const service = proveService(yield* healthyService(context), place, work.domain);
  yield* remarks(service, work.domain);
  return receiptOf(service);
}

/** Whether an operation that was running, or a request whose answer was lost, has brought about what is wanted. */
async function* isThere(work: ServiceWork, context: Context, pending: Pending | undefined): AsyncGenerator<ChangeEvent, boolean, void> {
  const before = await getService(context);
  if (before === undefined || (pending === undefined && !inTransition(before))) return false;
  const service = yield* settledService(context);
  if (service?.state !== 'Healthy' || !settingsMatch(service, work.domain)) return false;
  if (pending !== undefined && Date.parse(service.modifiedOn ?? '') >= pending.startedAt) return true;
  const verdict = await tlsVerdict(service, work.domain, work.bundle, undefined, context);
  return verdict.state === 'same';
}

async function* send(work: ServiceWork, place: ServicePlace, context: Context): AsyncGenerator<ChangeEvent, void, void> {
  for (let attempt = 1; ; attempt += 1) {
    const found = yield* settledService(context);
    if (found !== undefined && work.domain.kind !== 'custom') return;
    const request = await requestOf(work, place, found !== undefined, context);
    const reply = await context.env.arm.send(request, context.signal);
    // Somebody else was faster: their operation is waited for, then ours starts from what they left.
    if (reply.status === 409 && attempt < ATTEMPTS && (await isBusy(context))) continue;
    return yield* follow(place, context, { reply });
  }
}

async function requestOf(work: ServiceWork, place: ServicePlace, exists: boolean, context: Context): Promise<ArmRequest> {
  const { domain } = work;
  const tls = domain.kind === 'custom' ? { cname: domain.fqdn, ...(await resolvePair(work.bundle, context)) } : undefined;
  if (exists && tls !== undefined) return { method: 'PATCH', path: place.url, contentType: 'application/json-patch+json', body: tlsPatch(tls) };
  return { method: 'POST', path: place.collection, body: createBody(place.name, work.file ?? {}, tls) };
}

async function isBusy(context: Context): Promise<boolean> {
  const service = await getService(context);
  return service !== undefined && inTransition(service);
}

export type Begun = { readonly reply: ArmReply } | { readonly pending: Pending };

/** Follows what the service began, to its end. */
export async function* follow(place: ServicePlace, context: Context, begun: Begun): AsyncGenerator<ChangeEvent, void, void> {
  const { env, signal } = context;
  yield* followOperation({
    arm: env.arm,
    clock: env.clock,
    signal,
    id: `service/${place.name}`,
    what: say('The deployment of {name}', '{name} のデプロイ', { name: value(place.name) }),
    mms: place.base,
    deadline: env.clock.now() + LIMIT,
    ...begun,
  });
}
