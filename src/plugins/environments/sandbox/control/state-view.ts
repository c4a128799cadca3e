import { X509Certificate } from 'node:crypto';
import type { Compute } from '../state/compute.ts';
import type { HeldCertificate } from '../state/values.ts';
import type { WorldState } from '../state/world-state.ts';
import { azureRecords } from '../world/azure-records.ts';
import { type FrontEnd, frontEnds } from '../world/front-ends.ts';
import { tlsHost } from '../world/microsoft-domain.ts';
import { frontEndAddress } from '../world/scoring-uri.ts';

/** What the practice world looks like from outside, without any key. @param connect `127.0.0.1:PORT` of a practice IP */
export function stateView(state: WorldState, now: number, connect: (ip: string) => string | undefined): object {
  const served = frontEnds(state, now);
  return {
    now: new Date(now).toISOString(),
    computes: state.computes.map(computeView),
    services: served.map((frontEnd) => serviceView(frontEnd, connect)),
    certificates: [
      ...state.computes.flatMap((compute) =>
        'certificate' in compute.settings.tls ? [certificateView(compute.name, null, compute.settings.tls.certificate)] : [],
      ),
      ...state.services.flatMap((service) =>
        service.settings.tls === undefined ? [] : [certificateView(null, service.name, service.settings.tls.certificate)],
      ),
    ],
    records: [
      ...state.dns.zones.flatMap((zone) => zone.records.map((record) => ({ zone: zone.zone, ...record }))),
      ...azureRecords(state, now).map((record) => ({ zone: null, ...record })),
    ],
  };
}

function serviceView(frontEnd: FrontEnd, connect: (ip: string) => string | undefined): object {
  const { name, computeName, kind, scoringUri, ip, internal, tls } = frontEnd;
  return { name, computeName, kind, scoringUri, ip, internal, port: portOf(frontEnd), connect: connect(ip) ?? null, sni: tls?.names[0] ?? null };
}

/** The one port of the practice address that answers. */
export const portOf = ({ tls }: Pick<FrontEnd, 'tls'>): number => (tls === null ? 80 : 443);

function computeView(compute: Compute): object {
  const { tls, loadBalancerType, agentCount, clusterPurpose } = compute.settings;
  return {
    name: compute.name,
    resourceGroup: compute.resourceGroup,
    workspace: compute.workspace,
    clusterId: compute.clusterId,
    provisioningState: compute.state,
    provisioningErrors: compute.errors,
    agentCount,
    clusterPurpose,
    loadBalancerType,
    ip: frontEndAddress(compute),
    tls: { status: tls.status, host: tlsHost(compute, tls) ?? null },
  };
}

function certificateView(computeName: string | null, serviceName: string | null, held: HeldCertificate): object {
  return {
    computeName,
    serviceName,
    names: held.names,
    notBefore: new Date(held.notBefore).toISOString(),
    notAfter: new Date(held.notAfter).toISOString(),
    fingerprintSha256: new X509Certificate(held.chainPem).fingerprint256.replaceAll(':', '').toLowerCase(),
    chainPem: held.chainPem,
  };
}
