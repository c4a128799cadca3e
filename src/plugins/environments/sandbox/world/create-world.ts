import { noAcmeState } from '../state/acme.ts';
import { PRACTICE, type Seed } from '../state/seed.ts';
import type { ClockBase, WorldState } from '../state/world-state.ts';
import { randomKey } from './chance.ts';
import type { Issuer } from './issuer.ts';
import { seedCluster, seedCompute } from './seed-computes.ts';
import { seedArcCluster, seedSecret } from './seed-kubernetes.ts';
import { seedService } from './seed-services.ts';
import { seedZone } from './seed-zones.ts';
import type { World } from './world.ts';

export interface CreateWorldOptions {
  /** What exists at first. */
  readonly seed: Seed;
  readonly clock: ClockBase;
  /** Default: a new random one. */
  readonly token?: string;
  readonly issuer: Issuer;
}

/** A new world. @throws ProblemError `sandbox-seed-reference` where the seed names a cluster or compute that it does not have */
export async function createWorld(options: CreateWorldOptions): Promise<WorldState> {
  const { seed, issuer } = options;
  const now = seed.at === undefined ? options.clock.practiceAt : Date.parse(seed.at);
  const state: WorldState = {
    version: 1,
    clock: { ...options.clock, practiceAt: now },
    token: options.token ?? randomKey(),
    subscriptions: [{ subscriptionId: PRACTICE.subscriptionId, displayName: PRACTICE.subscriptionName, tenantId: PRACTICE.tenantId }],
    resourceGroups: [{ subscriptionId: PRACTICE.subscriptionId, name: PRACTICE.resourceGroup, location: PRACTICE.location }],
    workspaces: [
      {
        subscriptionId: PRACTICE.subscriptionId,
        resourceGroup: PRACTICE.resourceGroup,
        name: PRACTICE.workspace,
        location: PRACTICE.location,
        workspaceId: '33333333-3333-4333-8333-333333333333',
        createdAt: now,
      },
    ],
    managedClusters: seed.clusters.map(seedCluster),
    connectedClusters: seed.arcClusters.map(seedArcCluster),
    kubernetesSecrets: [],
    computes: [],
    services: [],
    extensions: [],
    operations: [],
    dns: { zones: seed.zones.map(seedZone) },
    vaultSecrets: [],
    acme: noAcmeState(),
    faults: seed.faults,
    requests: [],
    addresses: { public: 0, private: 0 },
  };
  const world: World = { state, now, issuer };
  for (const compute of seed.computes) state.computes.push(await seedCompute(world, compute));
  for (const service of seed.services) state.services.push(await seedService(world, service));
  for (const secret of seed.secrets) state.kubernetesSecrets.push(await seedSecret(world, secret));
  return state;
}
