import * as z from 'zod';
import { practiceMs } from './values.ts';

export const subscription = z.object({ subscriptionId: z.string(), displayName: z.string(), tenantId: z.string() });
export type Subscription = z.infer<typeof subscription>;

export const resourceGroup = z.object({ subscriptionId: z.string(), name: z.string(), location: z.string() });
export type ResourceGroup = z.infer<typeof resourceGroup>;

export const workspace = z.object({
  subscriptionId: z.string(),
  resourceGroup: z.string(),
  name: z.string(),
  location: z.string(),
  workspaceId: z.string(),
  createdAt: practiceMs,
});
export type Workspace = z.infer<typeof workspace>;

/** An AKS cluster, whether or not it is attached to a workspace. */
export const managedCluster = z.object({
  subscriptionId: z.string(),
  resourceGroup: z.string(),
  name: z.string(),
  location: z.string(),
  nodeCount: z.int().nonnegative(),
  vmSize: z.string(),
  /** The API server's name: not the TLS name. */
  fqdn: z.string(),
  /** Made by Azure ML together with its compute; goes away with it on Delete. */
  ownedByCompute: z.boolean(),
  quirks: z.object({
    /** The front end answers only once a service is deployed. */
    quiet: z.boolean(),
    /** `systemServices` is null even on a Succeeded cluster (facts.md 1.3). */
    hidesAddress: z.boolean(),
    /** Services keep their old scoring URI after a TLS change until they are updated (facts.md 7 #15). */
    keepsScoringUri: z.boolean(),
  }),
});
export type ManagedCluster = z.infer<typeof managedCluster>;

/** An Arc-enabled cluster: Kubernetes that runs elsewhere and is known to Azure through its agents. */
export const connectedCluster = z.object({
  subscriptionId: z.string(),
  resourceGroup: z.string(),
  name: z.string(),
  location: z.string(),
  nodeCount: z.int().nonnegative(),
});
export type ConnectedCluster = z.infer<typeof connectedCluster>;
