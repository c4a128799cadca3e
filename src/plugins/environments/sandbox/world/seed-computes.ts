import type { ManagedCluster } from '../state/account.ts';
import type { Compute, ComputeTls } from '../state/compute.ts';
import { PRACTICE, type SeedCluster, type SeedCompute, type SeedTls } from '../state/seed.ts';
import type { HeldCertificate } from '../state/values.ts';
import { privateAddress, publicAddress } from './addresses.ts';
import { randomHex, sixCharacters } from './chance.ts';
import type { Issuer } from './issuer.ts';
import { microsoftHost } from './microsoft-domain.ts';
import { clusterId } from './resource-ids.ts';
import { seedReference } from './seed-problems.ts';
import { DAY, MICROSOFT_CERTIFICATE } from './timings.ts';
import type { World } from './world.ts';

const scope = { subscriptionId: PRACTICE.subscriptionId, resourceGroup: PRACTICE.resourceGroup };

export const seedCluster = (seed: SeedCluster): ManagedCluster => ({
  ...scope,
  name: seed.name,
  location: seed.location,
  nodeCount: seed.nodeCount,
  vmSize: seed.vmSize,
  fqdn: `${seed.name}-${randomHex(8)}.hcp.${seed.location}.azmk8s.io`,
  ownedByCompute: false,
  quirks: { quiet: seed.quiet, hidesAddress: seed.hidesAddress, keepsScoringUri: seed.keepsScoringUri },
});

/** An attached compute that has been there for a while. */
export async function seedCompute(world: World, seed: SeedCompute): Promise<Compute> {
  const cluster = world.state.managedClusters.find((item) => item.name === seed.cluster);
  if (cluster === undefined) throw seedReference(`computes.${seed.name}.cluster`, seed.cluster);
  return {
    ...scope,
    workspace: PRACTICE.workspace,
    name: seed.name,
    location: PRACTICE.location,
    computeLocation: cluster.location,
    tags: {},
    clusterId: clusterId(cluster),
    attached: true,
    createdAt: world.now,
    modifiedAt: world.now,
    state: 'Succeeded',
    errors: [],
    settings: {
      agentCount: cluster.nodeCount,
      agentVmSize: cluster.vmSize,
      clusterPurpose: seed.clusterPurpose,
      loadBalancerType: seed.loadBalancerType,
      ...(seed.loadBalancerSubnet === undefined ? {} : { loadBalancerSubnet: seed.loadBalancerSubnet }),
      tls: await seedTls(world, seed.tls, cluster.location),
    },
    ready: true,
    publicIp: publicAddress(world.state),
    privateIp: privateAddress(world.state),
  };
}

async function seedTls(world: World, seed: SeedTls | undefined, region: string): Promise<ComputeTls> {
  if (seed === undefined) return { status: 'Disabled' };
  if (seed.kind === 'custom') return { status: 'Enabled', cname: seed.fqdn, certificate: await seedCertificate(world, seed) };
  const domain = { leafDomainLabel: seed.leafDomainLabel, suffix: sixCharacters() };
  const to = world.now + seed.daysLeft * DAY;
  const certificate = await issueHeld(world.issuer, [microsoftHost(domain, region)], to - MICROSOFT_CERTIFICATE.lifetime, to);
  return { status: 'Auto', ...domain, overwriteExistingDomain: false, certificate };
}

const CUSTOM_LIFETIME = 199 * DAY;

/** A certificate of the practice CA that somebody uploaded. */
export function seedCertificate(world: World, seed: Omit<Extract<SeedTls, { kind: 'custom' }>, 'kind'>): Promise<HeldCertificate> {
  const to = world.now + seed.daysLeft * DAY;
  return issueHeld(world.issuer, seed.names ?? [seed.fqdn], to - CUSTOM_LIFETIME, to);
}

async function issueHeld(issuer: Issuer, names: string[], notBefore: number, notAfter: number): Promise<HeldCertificate> {
  return { ...(await issuer.issue(names, notBefore, notAfter)), names, notBefore, notAfter };
}
