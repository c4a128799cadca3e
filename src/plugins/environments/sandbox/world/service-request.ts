import * as z from 'zod';
import { json } from '../state/values.ts';

const text = z.record(z.string(), z.string());
const requirements = z.object({ cpu: z.number().positive().nullish(), memoryInGB: z.number().positive().nullish() });

const common = {
  name: z.string(),
  description: z.string().nullish(),
  kvTags: text.nullish(),
  properties: text.nullish(),
  authEnabled: z.boolean().nullish(),
  appInsightsEnabled: z.boolean().nullish(),
  containerResourceRequirements: requirements.nullish(),
  environmentImageRequest: json.optional(),
  keys: z.object({ primaryKey: z.string().nullish(), secondaryKey: z.string().nullish() }).nullish(),
  /** The SDK's word for "replace what has this name"; not in the swagger (facts.md 3.2). */
  overwrite: z.boolean().nullish(),
};

/** The body of `POST /services`, facts.md 2.1 and 3.2; what Azure does not know it ignores. */
export const createServiceRequest = z.discriminatedUnion('computeType', [
  z.object({
    ...common,
    computeType: z.literal('ACI'),
    location: z.string().nullish(),
    dnsNameLabel: z.string().nullish(),
    sslEnabled: z.boolean().nullish(),
    sslCertificate: z.string().nullish(),
    sslKey: z.string().nullish(),
    cname: z.string().nullish(),
  }),
  z.object({ ...common, computeType: z.literal('AKS'), computeName: z.string(), numReplicas: z.int().positive().nullish() }),
]);
export type CreateServiceRequest = z.infer<typeof createServiceRequest>;

/** What a JSON patch works on: the fields of facts.md 3.2. Certificate and key are there only while they are new. */
export const patchable = z.object({
  description: z.string().nullable(),
  kvTags: text,
  properties: text,
  authEnabled: z.boolean(),
  appInsightsEnabled: z.boolean(),
  containerResourceRequirements: requirements,
  environmentImageRequest: json,
  imageId: z.string().nullish(),
  sslEnabled: z.boolean(),
  sslCertificate: z.string().nullish(),
  sslKey: z.string().nullish(),
  cname: z.string().nullish(),
});
export type Patchable = z.infer<typeof patchable>;

export const jsonPatch = z.array(
  z.discriminatedUnion('op', [
    z.object({ op: z.enum(['add', 'replace']), path: z.string().startsWith('/'), value: json }),
    z.object({ op: z.literal('remove'), path: z.string().startsWith('/') }),
  ]),
);
export type JsonPatch = z.infer<typeof jsonPatch>;
