import type { Json } from '../../../../../core/contracts/index.ts';
import type { Compute, ComputeSettings, ComputeTls } from '../../state/compute.ts';
import type { WorldState } from '../../state/world-state.ts';
import { clusterOf } from '../../world/lookup.ts';
import { computeId } from '../../world/resource-ids.ts';
import { frontEndAddress } from '../../world/scoring-uri.ts';
import { azureTime } from '../times.ts';

/** A compute as facts.md 1.2 to 1.4 have it; while a change is going on, with what was asked for (guess). */
export function computeView(state: WorldState, compute: Compute): Json {
  const settings = compute.change?.settings ?? compute.settings;
  return {
    id: computeId(compute),
    name: compute.name,
    type: 'Microsoft.MachineLearningServices/workspaces/computes',
    location: compute.location,
    tags: compute.tags,
    properties: {
      computeType: 'AKS',
      computeLocation: compute.computeLocation,
      description: settings.description ?? null,
      resourceId: compute.clusterId,
      disableLocalAuth: false,
      isAttachedCompute: compute.attached,
      createdOn: azureTime(compute.createdAt),
      modifiedOn: azureTime(compute.modifiedAt),
      provisioningState: compute.state,
      provisioningErrors: compute.errors.map(({ code, message }) => ({ error: { code, message, details: [] } })),
      properties: aksView(state, compute, settings),
    },
  };
}

function aksView(state: WorldState, compute: Compute, settings: ComputeSettings): Json {
  const cluster = clusterOf(state, compute.clusterId);
  const shown = compute.ready && !cluster?.quirks.hidesAddress;
  return {
    clusterFqdn: cluster?.fqdn ?? null,
    systemServices: shown ? [{ systemServiceType: 'ScoringFrontEnd', version: '1.0', publicIpAddress: frontEndAddress(compute) }] : null,
    agentCount: settings.agentCount,
    agentVmSize: settings.agentVmSize,
    clusterPurpose: settings.clusterPurpose,
    sslConfiguration: sslView(settings.tls),
    aksNetworkingConfiguration: settings.networking ?? null,
    loadBalancerType: settings.loadBalancerType,
    loadBalancerSubnet: settings.loadBalancerSubnet ?? null,
  };
}

/** Certificate and key never come back; the label comes without its six characters (facts.md 1.4). */
function sslView(tls: ComputeTls): Json {
  return {
    status: tls.status,
    cert: null,
    key: null,
    cname: tls.status === 'Enabled' ? tls.cname : '',
    leafDomainLabel: tls.status === 'Auto' ? tls.leafDomainLabel : '',
    overwriteExistingDomain: tls.status === 'Auto' && tls.overwriteExistingDomain,
  };
}
