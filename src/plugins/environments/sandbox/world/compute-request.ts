import * as z from 'zod';
import { networking } from '../state/compute.ts';
import { AzureError } from './azure-error.ts';

const sslRequest = z.object({
  status: z.enum(['Disabled', 'Enabled', 'Auto']),
  cert: z.string().nullish(),
  key: z.string().nullish(),
  cname: z.string().nullish(),
  leafDomainLabel: z.string().nullish(),
  overwriteExistingDomain: z.boolean().nullish(),
  /** In no schema; sent by the Python SDK alone (facts.md 1.6). */
  renew: z.boolean().nullish(),
});
export type SslRequest = z.infer<typeof sslRequest>;

const aksRequest = z.object({
  agentCount: z.int().positive().nullish(),
  agentVmSize: z.string().nullish(),
  clusterPurpose: z.enum(['FastProd', 'DenseProd', 'DevTest']).nullish(),
  aksNetworkingConfiguration: networking.nullish(),
  loadBalancerType: z.enum(['PublicIp', 'InternalLoadBalancer']).nullish(),
  loadBalancerSubnet: z.string().nullish(),
  sslConfiguration: sslRequest.nullish(),
});
export type AksRequest = z.infer<typeof aksRequest>;

/** The body of `PUT /computes/{name}`, facts.md 1.2 to 1.5; what Azure does not know it ignores. */
const computeRequest = z.object({
  location: z.string().nullish(),
  tags: z.record(z.string(), z.string()).nullish(),
  properties: z.object({
    computeType: z.literal('AKS'),
    computeLocation: z.string().nullish(),
    description: z.string().nullish(),
    resourceId: z.string().nullish(),
    properties: aksRequest.nullish(),
  }),
});
export type ComputeRequest = z.infer<typeof computeRequest>;

/** @throws AzureError `InvalidRequestContent` with a detail for each fault */
export const readComputeRequest = (body: unknown): ComputeRequest => readBody(computeRequest, body);

/** @throws AzureError `InvalidRequestContent` with a detail for each fault */
export function readBody<S extends z.ZodType>(schema: S, body: unknown): z.infer<S> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const details = parsed.error.issues.map((issue) => ({ code: 'InvalidParameter', message: `${issue.path.join('.')}: ${issue.message}` }));
  throw new AzureError(400, 'InvalidRequestContent', 'The request content was invalid and could not be deserialized.', details);
}
