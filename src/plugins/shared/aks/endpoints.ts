import { isIPv6 } from 'node:net';
import type { Served } from '../../../core/check/served.ts';
import type { Context, DnsRecord, Domain, Endpoints, Text } from '../../../core/contracts/index.ts';
import { code, say } from '../../../core/text/say.ts';
import { type FrontEnd, frontEndOf, lookAtFrontEnd, servedMicrosoftName } from './front-end.ts';
import { getCompute } from './resource.ts';

/** Where the services of the cluster are, and what public DNS has to say of them. */
export async function endpointsOf(domain: Domain, context: Context): Promise<Endpoints | undefined> {
  const compute = await getCompute(context);
  if (compute === undefined) return undefined;
  const frontEnd = await frontEndOf(compute, domain, context);
  const looks = domain.kind !== 'none' && frontEnd.scoringUris.length === 0 ? await lookAtFrontEnd(frontEnd, context) : [];
  const waiting = waitingFor(domain, frontEnd, looks);
  return {
    scoringUris: frontEnd.scoringUris,
    ...hostIn(domain, frontEnd, looks, context),
    addresses: frontEnd.addresses,
    port: domain.kind === 'none' ? 80 : 443,
    internal: frontEnd.internal,
    records: domain.kind === 'custom' ? recordsFor(domain.fqdn, frontEnd.addresses) : [],
    ...(waiting === undefined ? {} : { waiting }),
    ...(compute.modifiedOn === undefined ? {} : { modifiedOn: compute.modifiedOn }),
    ...(compute.provisioningState === undefined ? {} : { state: compute.provisioningState }),
  };
}

/** An A record for each address (facts.md 7, DNS rule); what the service calls "cname" is no CNAME record. */
export function recordsFor(fqdn: string, addresses: readonly string[]): readonly DnsRecord[] {
  return addresses.map((data) => ({ name: fqdn, type: isIPv6(data) ? 'AAAA' : 'A', data }));
}

function hostIn(domain: Domain, frontEnd: FrontEnd, looks: readonly Served[], context: Context): Pick<Endpoints, 'host' | 'hostIsGuess'> {
  if (frontEnd.host !== undefined) return { host: frontEnd.host };
  if (domain.kind !== 'microsoft') return {};
  const guess = servedMicrosoftName(looks, domain.leafDomainLabel, context);
  return guess === undefined ? {} : { host: guess, hostIsGuess: true };
}

function waitingFor(domain: Domain, frontEnd: FrontEnd, looks: readonly Served[]): Text | undefined {
  if (frontEnd.scoringUris.length > 0 || (domain.kind !== 'none' && looks.some((look) => look.seen))) return undefined;
  if (domain.kind === 'none') return undefined;
  return say(
    'Nothing answers before a service is deployed on the cluster: deploy one, then run {command}.',
    'クラスターにサービスがデプロイされるまで応答はありません。サービスをデプロイしてから {command} を実行してください。',
    {
      command: code('amltls check'),
    },
  );
}
