import { nameCovers } from '../../../core/certificates/names.ts';
import type { Context, Environment } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { lookAtEach } from '../web-service/served.ts';
import { addressesIn } from '../web-service/services.ts';
import type { AksCompute } from './compute.ts';
import { isMicrosoftName } from './microsoft-name.ts';
import { computeRequest } from './resource.ts';

/** What was told of a compute while somebody told it: on some clusters only a scoring URI without TLS does. */
const toldBefore = new WeakMap<Environment, Map<string, readonly string[]>>();

/**
 * Where the front end listens: as a scoring URI or the compute says it (facts.md 1.3: it may not), or said it earlier in this run;
 * else where the name leads, if Azure keeps that name or a certificate for it is served there.
 */
export async function addressesOf(compute: AksCompute, scoringUris: readonly string[], host: string | undefined, context: Context): Promise<readonly string[]> {
  const known = toldBefore.get(context.env) ?? new Map<string, readonly string[]>();
  toldBefore.set(context.env, known);
  const key = `${computeRequest(context.answers).path} ${compute.loadBalancerType}`;
  const told = [...new Set([...addressesIn(scoringUris), ...compute.addresses])];
  if (told.length > 0) known.set(key, told);
  return known.get(key) ?? (host === undefined ? [] : await reachedBy(host, context));
}

async function reachedBy(host: string, context: Context): Promise<readonly string[]> {
  const addresses = await resolved(host, context);
  if (isMicrosoftName(host, context.env.cloud)) return addresses;
  // A name of the user's own may still lead to another machine.
  const looks = await lookAtEach(context, addresses, host);
  return addresses.filter((_, at) => {
    const look = looks[at];
    return look?.seen === true && look.leaf.names.some((name) => nameCovers(name, host));
  });
}

async function resolved(host: string, { env, signal }: Context): Promise<readonly string[]> {
  try {
    return await env.dns.lookup(host, signal);
  } catch (thrown) {
    if (thrown instanceof ProblemError) return [];
    throw thrown;
  }
}
