import * as z from 'zod';
import { heldCertificate, json, practiceMs, scope, serviceError } from './values.ts';

/** The TLS of an ACI service. */
export const aciTls = z.object({ cname: z.string(), certificate: heldCertificate });
export type AciTls = z.infer<typeof aciTls>;

/** What is in force once the change has happened. */
export const serviceSettings = z.object({
  description: z.string().nullable(),
  kvTags: z.record(z.string(), z.string()),
  properties: z.record(z.string(), z.string()),
  authEnabled: z.boolean(),
  appInsightsEnabled: z.boolean(),
  cpu: z.number().positive(),
  memoryInGB: z.number().positive(),
  /** Sent by the client and given back as it is. */
  environmentImageRequest: json,
  /** ACI only. */
  tls: aciTls.optional(),
});
export type ServiceSettings = z.infer<typeof serviceSettings>;

export const serviceChange = z.object({
  operationId: z.string(),
  kind: z.enum(['create', 'update']),
  startedAt: practiceMs,
  endsAt: practiceMs,
  /** In force afterwards. */
  settings: serviceSettings,
  /** Not empty: the change fails. */
  errors: z.array(serviceError),
});
export type ServiceChange = z.infer<typeof serviceChange>;

const common = {
  ...scope.shape,
  name: z.string(),
  createdAt: practiceMs,
  modifiedAt: practiceMs,
  state: z.enum(['Transitioning', 'Healthy', 'Unhealthy', 'Failed']),
  error: serviceError.optional(),
  keys: z.object({ primaryKey: z.string(), secondaryKey: z.string() }),
  settings: serviceSettings,
  /** False until it has been healthy once. */
  ready: z.boolean(),
  change: serviceChange.optional(),
};

export const aciService = z.object({
  ...common,
  kind: z.literal('ACI'),
  location: z.string(),
  /** `<dnsNameLabel or guid>.<region>.azurecontainer.io` */
  fqdn: z.string(),
  ip: z.string(),
});
export type AciService = z.infer<typeof aciService>;

export const aksService = z.object({
  ...common,
  kind: z.literal('AKS'),
  computeName: z.string(),
  numReplicas: z.int().nonnegative(),
  /** A scoring URI that outlived a TLS change (quirk `keepsScoringUri`). */
  staleScoringUri: z.string().optional(),
});
export type AksService = z.infer<typeof aksService>;

export const service = z.discriminatedUnion('kind', [aciService, aksService]);
export type Service = z.infer<typeof service>;
