import * as z from 'zod';
import { heldCertificate, practiceMs, scope, serviceError } from './values.ts';

/** The TLS of an AKS compute. `Auto`: a Microsoft certificate for `<leafDomainLabel><suffix>.<region>.cloudapp.azure.com`. */
export const computeTls = z.discriminatedUnion('status', [
  z.object({ status: z.literal('Disabled') }),
  z.object({ status: z.literal('Enabled'), cname: z.string(), certificate: heldCertificate }),
  z.object({
    status: z.literal('Auto'),
    leafDomainLabel: z.string(),
    /** The six characters that Azure appends; no answer of the service shows them. */
    suffix: z.string().regex(/^[a-z0-9]{6}$/),
    overwriteExistingDomain: z.boolean(),
    certificate: heldCertificate,
    /** A renewal that was accepted: served from `at` on. */
    renewal: z.object({ at: practiceMs, certificate: heldCertificate }).optional(),
  }),
]);
export type ComputeTls = z.infer<typeof computeTls>;

export const networking = z.object({ subnetId: z.string(), serviceCidr: z.string(), dnsServiceIP: z.string(), dockerBridgeCidr: z.string() });

export const computeSettings = z.object({
  agentCount: z.int().nonnegative(),
  agentVmSize: z.string(),
  clusterPurpose: z.enum(['FastProd', 'DenseProd', 'DevTest']),
  loadBalancerType: z.enum(['PublicIp', 'InternalLoadBalancer']),
  loadBalancerSubnet: z.string().optional(),
  networking: networking.optional(),
  description: z.string().optional(),
  tls: computeTls,
});
export type ComputeSettings = z.infer<typeof computeSettings>;

/** What is going on; at `endsAt` it has happened. */
export const computeChange = z.object({
  operationId: z.string(),
  kind: z.enum(['create', 'attach', 'update', 'detach', 'delete']),
  startedAt: practiceMs,
  endsAt: practiceMs,
  /** The settings in force afterwards; none where the compute goes away. */
  settings: computeSettings.optional(),
  /** Not empty: the change fails, and what was in force stays so. */
  errors: z.array(serviceError),
});
export type ComputeChange = z.infer<typeof computeChange>;

/** An AKS compute of a workspace. */
export const compute = z.object({
  ...scope.shape,
  name: z.string(),
  location: z.string(),
  /** The region of the cluster. */
  computeLocation: z.string(),
  tags: z.record(z.string(), z.string()),
  /** ARM id of the managed cluster. */
  clusterId: z.string(),
  attached: z.boolean(),
  createdAt: practiceMs,
  modifiedAt: practiceMs,
  state: z.enum(['Creating', 'Updating', 'Deleting', 'Succeeded', 'Failed']),
  errors: z.array(serviceError),
  settings: computeSettings,
  /** False until a create or attach has succeeded once: nothing runs there yet. */
  ready: z.boolean(),
  publicIp: z.string(),
  /** Used by an internal load balancer. */
  privateIp: z.string(),
  change: computeChange.optional(),
});
export type Compute = z.infer<typeof compute>;
