import { isIP, isIPv6 } from 'node:net';
import type { Context, Domain, Endpoints } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { say, value } from '../../../core/text/say.ts';
import { addressesIn } from '../../shared/web-service/services.ts';
import { type AciService, getService } from './service.ts';

/** Where the service is, and the A record that public DNS has to show for it. */
export async function endpointsOf(domain: Domain, context: Context): Promise<Endpoints | undefined> {
  const service = await getService(context);
  if (service === undefined) return undefined;
  const addresses = await addressesOf(service, context);
  const scoringUris = service.scoringUri === undefined ? [] : [service.scoringUri];
  return {
    scoringUris,
    ...(domain.kind === 'custom' ? { host: domain.fqdn } : {}),
    addresses,
    port: domain.kind === 'custom' ? 443 : 80,
    internal: false,
    records: domain.kind === 'custom' ? addresses.map((data) => ({ name: domain.fqdn, type: isIPv6(data) ? 'AAAA' : 'A', data })) : [],
    ...(service.state === 'Transitioning' ? { waiting: starting(service.name) } : {}),
    ...(service.modifiedOn === undefined ? {} : { modifiedOn: service.modifiedOn }),
    ...(service.state === undefined ? {} : { state: service.state }),
  };
}

/** By the service's own address; where it shows none, by the name that Azure gave it, never by a name of the user's. */
export async function addressesOf({ publicIp, publicFqdn, scoringUri }: AciService, { env, signal }: Context): Promise<readonly string[]> {
  if (publicIp !== undefined && isIP(publicIp) !== 0) return [publicIp];
  const direct = scoringUri === undefined ? [] : addressesIn([scoringUri]);
  if (direct.length > 0 || publicFqdn === undefined) return direct;
  try {
    return await env.dns.lookup(publicFqdn, signal);
  } catch (thrown) {
    if (thrown instanceof ProblemError) return [];
    throw thrown;
  }
}

function starting(name: string) {
  return say('{name} is still starting.', '{name} は起動中です。', { name: value(name) });
}
