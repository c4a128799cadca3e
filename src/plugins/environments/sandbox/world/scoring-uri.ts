import type { Compute } from '../state/compute.ts';
import type { AciService, AksService } from '../state/service.ts';
import { tlsHost } from './microsoft-domain.ts';

/** The address that the compute's load balancer has. */
export const frontEndAddress = (compute: Compute): string =>
  compute.settings.loadBalancerType === 'InternalLoadBalancer' ? compute.privateIp : compute.publicIp;

export const aksScoringPath = (service: Pick<AksService, 'name'>): string => `/api/v1/service/${service.name}/score`;

/** As facts.md 3.3 has them, the explicit port included. */
export function aksScoringUri(service: AksService, compute: Compute): string {
  if (service.staleScoringUri !== undefined) return service.staleScoringUri;
  const host = tlsHost(compute, compute.settings.tls);
  const origin = host === undefined ? `http://${frontEndAddress(compute)}:80` : `https://${host}:443`;
  return `${origin}${aksScoringPath(service)}`;
}

/** TLS on: no sample is known; `https://<cname>/score` is the inference of facts.md 3.3. */
export const aciScoringUri = (service: AciService): string =>
  service.settings.tls === undefined ? `http://${service.fqdn}/score` : `https://${service.settings.tls.cname}/score`;
