import * as z from 'zod';
import { connectedCluster, managedCluster, resourceGroup, subscription, workspace } from './account.ts';
import { acmeState, noAcmeState } from './acme.ts';
import { compute } from './compute.ts';
import { zone } from './dns.ts';
import { extension } from './extension.ts';
import { fault } from './fault.ts';
import { kubernetesSecret } from './kubernetes-secret.ts';
import { operation } from './operation.ts';
import { loggedRequest } from './request-log.ts';
import { service } from './service.ts';
import { practiceMs } from './values.ts';
import { vaultSecret } from './vault.ts';

/** Practice time is `practiceAt + (wall - wallAt) * speed`. */
export const clockBase = z.object({ wallAt: z.int().nonnegative(), practiceAt: practiceMs, speed: z.number().positive() });
export type ClockBase = z.infer<typeof clockBase>;

/** Everything that the practice Azure is, in one JSON document. It holds uploaded keys, as Azure would: 0600 in a folder 0700. */
export const worldState = z.object({
  version: z.literal(1),
  clock: clockBase,
  /** The bearer token that every request must carry. */
  token: z.string().min(16),
  subscriptions: z.array(subscription),
  resourceGroups: z.array(resourceGroup),
  workspaces: z.array(workspace),
  managedClusters: z.array(managedCluster),
  /** Missing in a state of an earlier version, as are the secrets. */
  connectedClusters: z.array(connectedCluster).default([]),
  kubernetesSecrets: z.array(kubernetesSecret).default([]),
  computes: z.array(compute),
  services: z.array(service),
  /** Younger than the format: a state of before has none. */
  extensions: z.array(extension).default([]),
  operations: z.array(operation),
  dns: z.object({ zones: z.array(zone) }),
  /** Missing in a state of an earlier version. */
  vaultSecrets: z.array(vaultSecret).default([]),
  /** The practice authority's; missing in a state of an earlier version. */
  acme: acmeState.default(noAcmeState),
  faults: z.array(fault),
  requests: z.array(loggedRequest),
  /** How many practice addresses were given out; none is given twice until they run out. */
  addresses: z.object({ public: z.int().nonnegative(), private: z.int().nonnegative() }),
});
export type WorldState = z.infer<typeof worldState>;
