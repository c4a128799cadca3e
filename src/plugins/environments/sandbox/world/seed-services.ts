import { randomUUID } from 'node:crypto';
import { PRACTICE, type SeedService } from '../state/seed.ts';
import type { AciTls, Service, ServiceSettings } from '../state/service.ts';
import { publicAddress } from './addresses.ts';
import { ACI_ZONE } from './azure-records.ts';
import { randomKey } from './chance.ts';
import { seedCertificate } from './seed-computes.ts';
import { seedReference } from './seed-problems.ts';
import type { World } from './world.ts';

/** A service that has been healthy for a while. */
export async function seedService(world: World, seed: SeedService): Promise<Service> {
  const common = {
    subscriptionId: PRACTICE.subscriptionId,
    resourceGroup: PRACTICE.resourceGroup,
    workspace: PRACTICE.workspace,
    name: seed.name,
    createdAt: world.now,
    modifiedAt: world.now,
    state: 'Healthy' as const,
    keys: { primaryKey: randomKey(), secondaryKey: randomKey() },
    ready: true,
  };
  if (seed.kind === 'aks') {
    if (!world.state.computes.some((compute) => compute.name === seed.compute)) throw seedReference(`services.${seed.name}.compute`, seed.compute);
    return { ...common, kind: 'AKS', computeName: seed.compute, numReplicas: 1, settings: settings(true) };
  }
  const tls = seed.tls === undefined ? undefined : { cname: seed.tls.fqdn, certificate: await seedCertificate(world, seed.tls) };
  const fqdn = `${seed.dnsNameLabel ?? randomUUID()}.${seed.location}.${ACI_ZONE}`;
  return { ...common, kind: 'ACI', location: seed.location, fqdn, ip: publicAddress(world.state), settings: settings(false, tls) };
}

const settings = (authEnabled: boolean, tls?: AciTls): ServiceSettings => ({
  description: null,
  kvTags: {},
  properties: { hasInferenceSchema: 'False', hasHttps: tls === undefined ? 'False' : 'True' },
  authEnabled,
  appInsightsEnabled: false,
  cpu: 0.1,
  memoryInGB: 0.5,
  environmentImageRequest: null,
  ...(tls === undefined ? {} : { tls }),
});
