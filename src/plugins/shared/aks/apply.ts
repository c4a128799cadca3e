import type { Applying, ArmReply, CertBundle, ChangeEvent, Context, Domain, JsonObject, Pending } from '../../../core/contracts/index.ts';
import { say, value } from '../../../core/text/say.ts';
import { followOperation } from '../arm/follow-operation.ts';
import { resolvePair } from '../web-service/private-key.ts';
import { type AksCompute, inProgress, receiptOf } from './compute.ts';
import { settingsMatch, tlsVerdict } from './difference.ts';
import type { AksKind } from './kind.ts';
import { loadBalancerChange } from './load-balancer.ts';
import { proveCompute, remarks } from './proof.ts';
import { computeRequest, getCompute, settledCompute } from './resource.ts';
import { sslConfiguration } from './ssl.ts';
import { updateBody } from './update-body.ts';

const LIMIT = 60 * 60_000; // ms
const ATTEMPTS = 3;

export interface ComputeWork {
  readonly kind: AksKind;
  readonly domain: Domain;
  readonly bundle?: CertBundle;
}

/** Sends the one PUT, follows the operation, reads the compute back. What was begun before is followed, not sent again. */
export async function* applyCompute(work: ComputeWork, context: Context, pending: Pending | undefined): Applying {
  if (pending?.operation !== undefined) yield* follow(context, { pending });
  else if (!(yield* isThere(work, context, pending))) yield* send(work, context);
  const compute = proveCompute(yield* settledCompute(context), work, context);
  yield* remarks(compute, work.domain, context);
  return receiptOf(compute);
}

/** Whether an operation that was running, or a request whose answer was lost, has brought about what is wanted. */
async function* isThere(work: ComputeWork, context: Context, pending: Pending | undefined): AsyncGenerator<ChangeEvent, boolean, void> {
  const before = await getCompute(context);
  if (before === undefined || (pending === undefined && !inProgress(before))) return false;
  const compute = yield* settledCompute(context);
  if (compute?.provisioningState !== 'Succeeded' || !settingsMatch(compute.tls, work.domain)) return false;
  if (Object.keys(loadBalancerChange(compute, context.answers)).length > 0) return false;
  if (pending !== undefined && Date.parse(compute.modifiedOn ?? '') >= pending.startedAt) return true;
  const verdict = await tlsVerdict(compute, work.domain, work.bundle, undefined, context);
  return verdict.state === 'same';
}

async function* send(work: ComputeWork, context: Context): AsyncGenerator<ChangeEvent, void, void> {
  const { path, apiVersion } = computeRequest(context.answers);
  for (let attempt = 1; ; attempt += 1) {
    const found = yield* settledCompute(context);
    const body = await bodyOf(work, found, context);
    const reply = await context.env.arm.send({ method: 'PUT', path, apiVersion, body }, context.signal);
    // Somebody else was faster: their operation is waited for, then ours starts from what they left.
    if (reply.status === 409 && attempt < ATTEMPTS && (await isBusy(context))) continue;
    return yield* follow(context, { reply });
  }
}

async function bodyOf(work: ComputeWork, found: AksCompute | undefined, context: Context): Promise<JsonObject> {
  const pair = work.domain.kind === 'custom' ? await resolvePair(work.bundle, context) : undefined;
  const ssl = sslConfiguration(work.domain, pair);
  if (found === undefined) return (await work.kind.prepare(context))(ssl);
  return updateBody(found.body, { ...(ssl === undefined ? {} : { ssl }), ...loadBalancerChange(found, context.answers) });
}

async function isBusy(context: Context): Promise<boolean> {
  const compute = await getCompute(context);
  return compute !== undefined && inProgress(compute);
}

type Begun = { readonly reply: ArmReply } | { readonly pending: Pending };

async function* follow(context: Context, begun: Begun): AsyncGenerator<ChangeEvent, void, void> {
  const { env, signal } = context;
  const { name, path, apiVersion } = computeRequest(context.answers);
  yield* followOperation({
    arm: env.arm,
    clock: env.clock,
    signal,
    id: `compute/${name}`,
    what: say('The deployment to {name}', '{name} へのデプロイ', { name: value(name) }),
    resource: path,
    apiVersion,
    deadline: env.clock.now() + LIMIT,
    ...begun,
  });
}
