import {
  type Applying,
  cannotTell,
  type Change,
  type Context,
  type Domain,
  fail,
  followOperation,
  judge,
  lookAtEach,
  type Pending,
  previewOfPair,
  resolvePair,
  say,
  type TargetInput,
  value,
} from 'amltls/plugin';
import { API_VERSION, missing, readService, type Service, updateBody } from './service.ts';

const LIMIT = 30 * 60_000; // ms

type Input = TargetInput & { readonly domain: Extract<Domain, { kind: 'custom' }> };

/** The one change: `none` where the world shows the wanted certificate already. */
export async function change(service: Service, input: Input, context: Context): Promise<Change> {
  const verdict = await verdictOf(service, input, context);
  const about = {
    id: `deploy:compute/${service.name}`,
    step: 'deploy',
    title: say('TLS on {name}', '{name} の TLS', { name: value(service.name) }),
    why: verdict.why,
    apply: (applied: Context, pending?: Pending) => apply(input, applied, pending),
  } as const;
  if (verdict.state === 'same') return { ...about, effect: 'none' };
  // Keys never stand in a plan: previewOfPair has what may.
  const pair = previewOfPair(input.bundle);
  return {
    ...about,
    effect: 'update',
    before: { name: service.fqdn ?? null },
    after: { name: input.domain.fqdn, ...pair },
    requests: [{ method: 'PUT', path: `${service.path}?api-version=${API_VERSION}`, body: updateBody(service, input.domain.fqdn, pair) }],
  };
}

async function verdictOf(service: Service, { domain, bundle, last, redeploy }: Input, context: Context): Promise<ReturnType<typeof judge>> {
  if (service.state !== 'Succeeded') return { state: 'different', why: say('It is {state}.', '現在の状態: {state}', { state: value(service.state) }) };
  if (service.fqdn !== domain.fqdn || bundle === undefined) return { state: 'different', why: say('It has no certificate for the name.', 'この名前の証明書がありません。') };
  const { fingerprintSha256 } = bundle;
  const verdict = judge({
    looks: await lookAtEach(context, service.addresses, domain.fqdn),
    right: (leaf) => leaf.fingerprintSha256 === fingerprintSha256,
    fingerprintSha256,
    ...(last === undefined ? {} : { last }),
    ...(service.modifiedOn === undefined ? {} : { modifiedOn: service.modifiedOn }),
  });
  if (verdict.state === 'unknown' && !redeploy) throw cannotTell(service.name, verdict);
  return verdict;
}

/** Sends once, or goes on with what another process began; the receipt is what was read back. */
async function* apply({ domain, bundle }: Input, context: Context, pending: Pending | undefined): Applying {
  const { env, signal } = context;
  const service = (await readService(context)) ?? fail(missing(context));
  const begun =
    pending?.operation === undefined
      ? {
          reply: await env.arm.send(
            { method: 'PUT', path: service.path, apiVersion: API_VERSION, body: updateBody(service, domain.fqdn, await resolvePair(bundle, context)) },
            signal,
          ),
        }
      : { pending };
  yield* followOperation({
    arm: env.arm,
    clock: env.clock,
    signal,
    id: `compute/${service.name}`,
    what: say('The update of {name}', '{name} の更新', { name: value(service.name) }),
    resource: service.path,
    apiVersion: API_VERSION,
    deadline: env.clock.now() + LIMIT,
    ...begun,
  });
  const after = await readService(context);
  return { state: after?.state ?? null, name: after?.fqdn ?? null, modifiedOn: after?.modifiedOn ?? null };
}
