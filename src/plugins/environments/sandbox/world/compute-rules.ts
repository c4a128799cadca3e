import type { ComputeSettings } from '../state/compute.ts';
import { badRequest } from './azure-error.ts';
import type { AksRequest, ComputeRequest } from './compute-request.ts';
import { FAST_PROD_NODES } from './timings.ts';

const NAME = /^[a-z][a-z0-9-]{1,22}[a-z0-9]$/i;
const RESERVED = ['amlcompute', 'local', 'containerinstance'];

/** facts.md 1.5. @throws AzureError */
export function checkComputeName(name: string): void {
  if (!NAME.test(name) || RESERVED.includes(name.toLowerCase())) {
    throw badRequest(
      `The compute name ${name} is invalid: 3 to 24 letters, digits and dashes, beginning with a letter, ending with a letter or digit, not a reserved name.`,
    );
  }
}

/** What a new compute gets where the request is silent (facts.md 1.3). */
export const newSettings = (nodes: number, vmSize: string, request: ComputeRequest): ComputeSettings =>
  withRequest({ agentCount: nodes, agentVmSize: vmSize, clusterPurpose: 'FastProd', loadBalancerType: 'PublicIp', tls: { status: 'Disabled' } }, request);

/** The settings with what the request says, TLS aside; what it does not mention stays. */
export function withRequest(settings: ComputeSettings, request: ComputeRequest): ComputeSettings {
  const aks: AksRequest = request.properties.properties ?? {};
  const next: ComputeSettings = {
    ...settings,
    agentCount: aks.agentCount ?? settings.agentCount,
    agentVmSize: aks.agentVmSize ?? settings.agentVmSize,
    clusterPurpose: aks.clusterPurpose ?? settings.clusterPurpose,
    loadBalancerType: aks.loadBalancerType ?? settings.loadBalancerType,
  };
  const subnet = aks.loadBalancerSubnet ?? settings.loadBalancerSubnet;
  if (subnet && next.loadBalancerType === 'InternalLoadBalancer') next.loadBalancerSubnet = subnet;
  else delete next.loadBalancerSubnet;
  const networking = aks.aksNetworkingConfiguration ?? settings.networking;
  if (networking) next.networking = networking;
  const description = request.properties.description ?? settings.description;
  if (description) next.description = description;
  return next;
}

/** @param nodes of the cluster. @throws AzureError */
export function checkSettings(settings: ComputeSettings, request: ComputeRequest, nodes: number): void {
  if (settings.clusterPurpose === 'FastProd' && nodes < FAST_PROD_NODES) {
    throw badRequest(`The cluster purpose FastProd needs at least ${FAST_PROD_NODES} nodes; the cluster has ${nodes}. Use DevTest or a larger cluster.`);
  }
  if (request.properties.properties?.loadBalancerSubnet && settings.loadBalancerType !== 'InternalLoadBalancer') {
    throw badRequest('loadBalancerSubnet can only be used with loadBalancerType InternalLoadBalancer.');
  }
}
