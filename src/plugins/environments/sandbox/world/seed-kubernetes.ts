import type { ConnectedCluster } from '../state/account.ts';
import type { KubernetesSecret } from '../state/kubernetes-secret.ts';
import { PRACTICE, type SeedArcCluster, type SeedSecret } from '../state/seed.ts';
import { kubernetesIdOf } from './lookup.ts';
import { seedCertificate } from './seed-computes.ts';
import { seedReference } from './seed-problems.ts';
import type { World } from './world.ts';

export const seedArcCluster = (seed: SeedArcCluster): ConnectedCluster => ({
  subscriptionId: PRACTICE.subscriptionId,
  resourceGroup: PRACTICE.resourceGroup,
  ...seed,
});

/** A secret with a certificate of the practice CA. @throws ProblemError `sandbox-seed-reference` */
export async function seedSecret(world: World, { cluster, namespace, name, ...wanted }: SeedSecret): Promise<KubernetesSecret> {
  const clusterId = kubernetesIdOf(world.state, cluster);
  if (clusterId === undefined) throw seedReference(`secrets.${name}.cluster`, cluster);
  const { chainPem, keyPem } = await seedCertificate(world, wanted);
  return { clusterId, namespace, name, data: { 'cert.pem': chainPem, 'key.pem': keyPem } };
}
