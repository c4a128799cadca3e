import type { JsonObject } from '../../../core/contracts/index.ts';
import { present } from '../../shared/web-service/fields.ts';

export interface Networking {
  readonly subnetId: string;
  readonly serviceCidr: string;
  readonly dnsServiceIp: string;
  readonly dockerBridgeCidr: string;
}

export interface CreateSettings {
  /** The workspace's region. */
  readonly location: string;
  /** The cluster's region, where somebody chose one. */
  readonly computeLocation?: string | undefined;
  readonly agentCount: number;
  readonly agentVmSize: string;
  readonly clusterPurpose: string;
  readonly loadBalancerType?: string | undefined;
  readonly loadBalancerSubnet?: string | undefined;
  readonly networking?: Networking | undefined;
  readonly sslConfiguration?: JsonObject | undefined;
}

/** The PUT that creates a cluster together with its compute, as SDK v1 sends it (facts.md 1.5). */
export function createBody(settings: CreateSettings): JsonObject {
  return {
    location: settings.location,
    properties: present({
      computeType: 'AKS',
      computeLocation: settings.computeLocation,
      properties: present({
        agentCount: settings.agentCount,
        agentVmSize: settings.agentVmSize,
        clusterPurpose: settings.clusterPurpose,
        aksNetworkingConfiguration: settings.networking === undefined ? undefined : networkingBody(settings.networking),
        loadBalancerType: settings.loadBalancerType,
        loadBalancerSubnet: settings.loadBalancerSubnet,
        sslConfiguration: settings.sslConfiguration,
      }),
    }),
  };
}

// The service writes `dnsServiceIP`, the profile `dnsServiceIp`.
function networkingBody(networking: Networking): JsonObject {
  return {
    subnetId: networking.subnetId,
    serviceCidr: networking.serviceCidr,
    dnsServiceIP: networking.dnsServiceIp,
    dockerBridgeCidr: networking.dockerBridgeCidr,
  };
}
