import * as z from 'zod';
import type { Json } from '../../../../core/contracts/index.ts';

/** ms since the epoch of the practice clock. */
export const practiceMs = z.int().nonnegative();

/** Any JSON value. */
export const json: z.ZodType<Json> = z.json();

/** As Azure words an error: `{ code, message }`. */
export const serviceError = z.object({ code: z.string(), message: z.string() });
export type ServiceError = z.infer<typeof serviceError>;

/** A certificate as the service holds it after an upload: chain and key, as Azure would. Never leaves the state. */
export const heldCertificate = z.object({
  chainPem: z.string(),
  keyPem: z.string(),
  /** DNS names of the leaf. */
  names: z.array(z.string()),
  notBefore: z.int(),
  notAfter: z.int(),
});
export type HeldCertificate = z.infer<typeof heldCertificate>;

/** Where a compute or a service belongs. */
export const scope = z.object({ subscriptionId: z.string(), resourceGroup: z.string(), workspace: z.string() });
export type Scope = z.infer<typeof scope>;
