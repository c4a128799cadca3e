import type { DnsRecord } from '../../../../core/contracts/index.ts';
import type { WorldState } from '../state/world-state.ts';
import { microsoftHost } from './microsoft-domain.ts';
import { frontEndAddress } from './scoring-uri.ts';
import { settle } from './settle.ts';

/** The zone of ACI's own names. */
export const ACI_ZONE = 'azurecontainer.io';

const TTL_S = 60; // guess

/** The records that Azure keeps itself at `now` (practice ms): Microsoft names of AKS computes, names of ACI services. */
export function azureRecords(state: WorldState, now: number): readonly DnsRecord[] {
  settle(state, now);
  const computes = state.computes.flatMap((compute) => {
    const { tls } = compute.settings;
    return compute.ready && tls.status === 'Auto' ? [record(microsoftHost(tls, compute.computeLocation), frontEndAddress(compute))] : [];
  });
  const services = state.services.flatMap((service) => (service.kind === 'ACI' && service.ready ? [record(service.fqdn, service.ip)] : []));
  return [...computes, ...services];
}

const record = (name: string, data: string): DnsRecord => ({ name: name.toLowerCase(), type: 'A', data, ttl: TTL_S });
