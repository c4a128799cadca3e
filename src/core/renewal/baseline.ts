import { toChainPem } from '../certificates/read.ts';
import { lookAtServed, type Served } from '../check/served.ts';
import type { Context, Endpoints } from '../contracts/index.ts';
import type { OpenWait } from '../wait/open-wait.ts';

export type Baseline = NonNullable<OpenWait['baseline']>;

/** What every address serves now for the name that clients use. */
export async function lookAtEndpoints(endpoints: Endpoints, { env, signal }: Context): Promise<readonly Served[]> {
  const servername = endpoints.host === undefined ? {} : { servername: endpoints.host };
  return await Promise.all(endpoints.addresses.map((address) => lookAtServed(env, { address, port: endpoints.port, ...servername }, signal)));
}

/** What is to be compared with later; undefined where nothing could be seen. */
export function baselineOf(looks: readonly Served[]): Baseline | undefined {
  const seen = looks.find((look) => look.seen);
  if (seen === undefined || !seen.seen) return undefined;
  const { fingerprintSha256, serial, notAfter } = seen.leaf;
  return { fingerprintSha256, serial, notAfter };
}

/** The served chain of the first address that answered: public parts only. */
export function servedChain(looks: readonly Served[]): { readonly fingerprintSha256: string; readonly chainPem: string } | undefined {
  const seen = looks.find((look) => look.seen);
  return seen?.seen === true ? { fingerprintSha256: seen.leaf.fingerprintSha256, chainPem: toChainPem(seen.chain) } : undefined;
}
