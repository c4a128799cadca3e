import { isIP } from 'node:net';
import type { Context, Json } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { listAll } from '../arm/requests.ts';
import { mmsBase, servicesPath } from '../arm/resources.ts';
import { objectOf, textOf } from './fields.ts';

/** ARM has these services in this version and in none after it (facts.md 2). */
const SERVICES_API_VERSION = '2021-04-01';

/** A web service as far as finding its endpoint needs it. */
export interface WebService {
  readonly name: string;
  readonly computeName: string | undefined;
  readonly state: string | undefined;
  readonly scoringUri: string | undefined;
}

/**
 * The services on one AKS compute, by the data plane that SDK v1 uses, or by the resource manager where only that can be reached
 * (a workspace behind a private link).
 */
export async function servicesOn(computeName: string, context: Context): Promise<readonly WebService[]> {
  const services = (await listServices(context)).map(readService);
  return services.filter((service) => service.computeName?.toLowerCase() === computeName.toLowerCase());
}

async function listServices(context: Context): Promise<readonly Json[]> {
  const { env, answers, signal } = context;
  try {
    return await listAll(env.arm, { path: `${await mmsBase(env.arm, answers, signal)}/services?computeType=AKS` }, signal);
  } catch (thrown) {
    if (!(thrown instanceof ProblemError) || thrown.problem.code !== 'network-unreachable') throw thrown;
    return await listAll(env.arm, { path: servicesPath(answers), apiVersion: SERVICES_API_VERSION }, signal);
  }
}

// The resource manager wraps what the data plane gives flat.
function readService(json: Json): WebService {
  const service = objectOf(json);
  const fields = { ...service, ...objectOf(service['properties']) };
  return {
    name: textOf(service['name']) ?? '',
    computeName: textOf(fields['computeName']),
    state: textOf(fields['state']),
    scoringUri: textOf(fields['scoringUri']),
  };
}

/** The host of a scoring URI; undefined for one that is none. */
export function hostOf(uri: string): string | undefined {
  return URL.parse(uri)?.hostname;
}

/** IP addresses that scoring URIs name directly. */
export function addressesIn(uris: readonly string[]): readonly string[] {
  return uris.flatMap((uri) => {
    const host = hostOf(uri);
    return host !== undefined && isIP(host) !== 0 ? [host] : [];
  });
}
