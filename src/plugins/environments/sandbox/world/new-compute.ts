import type { ManagedCluster } from '../state/account.ts';
import type { Compute, ComputeSettings } from '../state/compute.ts';
import { privateAddress, publicAddress } from './addresses.ts';
import { randomHex } from './chance.ts';
import type { ComputeRequest } from './compute-request.ts';
import type { PutComputeInput } from './put-compute.ts';
import { clusterId } from './resource-ids.ts';
import type { World } from './world.ts';

const DEFAULT_REGION = 'eastus';

/** The cluster that Azure ML makes for a compute, named as in the examples of the specification. */
export function ownCluster(input: PutComputeInput, request: ComputeRequest, settings: ComputeSettings): ManagedCluster {
  const location = request.properties.computeLocation ?? request.location ?? DEFAULT_REGION;
  const name = `${input.name}-${randomHex(5)}-${randomHex(13)}`;
  return {
    subscriptionId: input.scope.subscriptionId,
    resourceGroup: input.scope.resourceGroup,
    name,
    location,
    nodeCount: settings.agentCount,
    vmSize: settings.agentVmSize,
    fqdn: `${input.name}-${randomHex(8)}.hcp.${location}.azmk8s.io`,
    ownedByCompute: true,
    quirks: { quiet: false, hidesAddress: false, keepsScoringUri: false },
  };
}

/** A compute on which nothing runs yet; its addresses are its own for good. */
export function newCompute(world: World, input: PutComputeInput, request: ComputeRequest, cluster: ManagedCluster, attached: boolean): Compute {
  return {
    ...input.scope,
    name: input.name,
    location: request.location ?? cluster.location,
    computeLocation: cluster.location,
    tags: request.tags ?? {},
    clusterId: clusterId(cluster),
    attached,
    createdAt: world.now,
    modifiedAt: world.now,
    state: 'Creating',
    errors: [],
    settings: {
      agentCount: cluster.nodeCount,
      agentVmSize: cluster.vmSize,
      clusterPurpose: 'DevTest',
      loadBalancerType: 'PublicIp',
      tls: { status: 'Disabled' },
    },
    ready: false,
    publicIp: publicAddress(world.state),
    privateIp: privateAddress(world.state),
  };
}
