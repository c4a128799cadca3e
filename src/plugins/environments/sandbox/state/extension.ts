import * as z from 'zod';
import { heldCertificate, practiceMs, serviceError } from './values.ts';

/** What the front end of the Kubernetes extension does. */
export const extensionSettings = z.object({
  /** All values are strings (facts.md 4.1). */
  settings: z.record(z.string(), z.string()),
  /** Held as Azure would, never shown. */
  protectedSettings: z.record(z.string(), z.string()),
  /** What it serves; none while insecure connections are allowed. */
  certificate: heldCertificate.optional(),
});
export type ExtensionSettings = z.infer<typeof extensionSettings>;

/** The extension Microsoft.AzureML.Kubernetes on a cluster. */
export const extension = z.object({
  clusterId: z.string(),
  name: z.string(),
  createdAt: practiceMs,
  modifiedAt: practiceMs,
  state: z.enum(['Creating', 'Updating', 'Deleting', 'Succeeded', 'Failed']),
  errors: z.array(serviceError),
  /** False until it was installed once. */
  ready: z.boolean(),
  ...extensionSettings.shape,
  publicIp: z.string(),
  privateIp: z.string(),
  change: z
    .object({
      kind: z.enum(['create', 'update', 'delete']),
      startedAt: practiceMs,
      endsAt: practiceMs,
      /** In force afterwards; none where it goes away. */
      settings: extensionSettings.optional(),
      errors: z.array(serviceError),
    })
    .optional(),
});
export type Extension = z.infer<typeof extension>;
