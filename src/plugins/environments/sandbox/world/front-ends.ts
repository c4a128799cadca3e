import type { Compute } from '../state/compute.ts';
import type { Extension } from '../state/extension.ts';
import type { AciService, AksService } from '../state/service.ts';
import type { WorldState } from '../state/world-state.ts';
import { clusterOf, servicesOn } from './lookup.ts';
import { extensionAddress, isBalanced, isInternal, onlineEndpoint } from './online-endpoint.ts';
import { aciScoringUri, aksScoringPath, aksScoringUri, frontEndAddress } from './scoring-uri.ts';
import { settle } from './settle.ts';

/** Something that answers scoring requests on a practice address. */
export interface FrontEnd {
  /** null: the cluster's front end itself. */
  readonly name: string | null;
  readonly computeName: string | null;
  readonly kind: 'aks' | 'aci';
  readonly ip: string;
  /** Behind an internal load balancer. */
  readonly internal: boolean;
  /** null: plain http on port 80. `names`: what SNI may ask for. */
  readonly tls: { readonly chainPem: string; readonly keyPem: string; readonly names: readonly string[] } | null;
  /** null without a service. */
  readonly scoringPath: string | null;
  readonly scoringUri: string | null;
  readonly tls12Only: boolean;
}

/**
 * Everything that listens at `now` (practice ms): for each AKS compute its front end (`name` null) and one entry a service, all on
 * one address; for each ACI service one. A quiet cluster appears only with a service.
 */
export function frontEnds(state: WorldState, now: number): readonly FrontEnd[] {
  settle(state, now);
  const aks = state.computes.filter((compute) => compute.ready).flatMap((compute) => ofCompute(state, compute));
  const aci = state.services.filter((service) => service.kind === 'ACI').filter(answers);
  return [...aks, ...aci.map(ofAci), ...state.extensions.filter((extension) => extension.ready).flatMap(ofExtension)];
}

const answers = (service: AciService | AksService): boolean => service.ready && service.state !== 'Failed';

function ofCompute(state: WorldState, compute: Compute): FrontEnd[] {
  const services = servicesOn(state, compute).filter(answers);
  if (services.length === 0 && (clusterOf(state, compute.clusterId)?.quirks.quiet ?? false)) return [];
  const { tls } = compute.settings;
  const shared = {
    computeName: compute.name,
    kind: 'aks',
    ip: frontEndAddress(compute),
    internal: compute.settings.loadBalancerType === 'InternalLoadBalancer',
    tls: tls.status === 'Disabled' ? null : { chainPem: tls.certificate.chainPem, keyPem: tls.certificate.keyPem, names: tls.certificate.names },
    tls12Only: true,
  } as const;
  return [
    { name: null, ...shared, scoringPath: null, scoringUri: null },
    ...services.map((service) => ({ name: service.name, ...shared, scoringPath: aksScoringPath(service), scoringUri: aksScoringUri(service, compute) })),
  ];
}

/** The azureml-fe of the Kubernetes extension, and the endpoint behind it. */
function ofExtension(extension: Extension): FrontEnd[] {
  if (!isBalanced(extension)) return [];
  const { certificate } = extension;
  const { name, path, scoringUri } = onlineEndpoint(extension);
  const shared = {
    computeName: null,
    kind: 'aks',
    ip: extensionAddress(extension),
    internal: isInternal(extension),
    tls: certificate === undefined ? null : { chainPem: certificate.chainPem, keyPem: certificate.keyPem, names: certificate.names },
    tls12Only: true,
  } as const;
  return [
    { name: null, ...shared, scoringPath: null, scoringUri: null },
    { name, ...shared, scoringPath: path, scoringUri },
  ];
}

function ofAci(service: AciService): FrontEnd {
  const { tls } = service.settings;
  return {
    name: service.name,
    computeName: null,
    kind: 'aci',
    ip: service.ip,
    internal: false,
    tls: tls === undefined ? null : { chainPem: tls.certificate.chainPem, keyPem: tls.certificate.keyPem, names: tls.certificate.names },
    scoringPath: '/score',
    scoringUri: aciScoringUri(service),
    tls12Only: false,
  };
}
