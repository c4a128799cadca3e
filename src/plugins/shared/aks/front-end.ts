import type { Served } from '../../../core/check/served.ts';
import type { Context, Domain } from '../../../core/contracts/index.ts';
import { lookAtEach } from '../web-service/served.ts';
import { hostOf, servicesOn } from '../web-service/services.ts';
import { addressesOf } from './addresses.ts';
import type { AksCompute } from './compute.ts';
import { isMicrosoftNameOf } from './microsoft-name.ts';

/** What is known of a cluster's front end, azureml-fe, before anybody looks at it. */
export interface FrontEnd {
  readonly scoringUris: readonly string[];
  readonly addresses: readonly string[];
  /** The name that its TLS answers to; for a Microsoft certificate only a service's scoring URI tells it. */
  readonly host: string | undefined;
  /** Behind an internal load balancer. */
  readonly internal: boolean;
}

export async function frontEndOf(compute: AksCompute, domain: Domain, context: Context): Promise<FrontEnd> {
  const scoringUris = (await servicesOn(compute.name, context)).flatMap((service) => service.scoringUri ?? []);
  const host = domain.kind === 'custom' ? domain.fqdn : domain.kind === 'microsoft' ? microsoftHost(scoringUris, domain.leafDomainLabel, context) : undefined;
  return {
    scoringUris,
    addresses: await addressesOf(compute, scoringUris, host, context),
    host,
    internal: compute.loadBalancerType === 'InternalLoadBalancer',
  };
}

/** What the front end serves on every address. */
export function lookAtFrontEnd(frontEnd: FrontEnd, context: Context): Promise<readonly Served[]> {
  return lookAtEach(context, frontEnd.addresses, frontEnd.host);
}

/** The Microsoft name in a served certificate, where no scoring URI tells it yet: a guess. */
export function servedMicrosoftName(looks: readonly Served[], leafDomainLabel: string, context: Context): string | undefined {
  return looks.flatMap((look) => (look.seen ? look.leaf.names : [])).find((name) => isMicrosoftNameOf(leafDomainLabel, name, context.env.cloud));
}

function microsoftHost(scoringUris: readonly string[], leafDomainLabel: string, context: Context): string | undefined {
  return scoringUris.map(hostOf).find((host) => host !== undefined && isMicrosoftNameOf(leafDomainLabel, host, context.env.cloud));
}
