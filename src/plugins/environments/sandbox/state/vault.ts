import * as z from 'zod';

/** A secret of a practice Key Vault; every write is a new version. */
export const vaultSecret = z.object({
  /** The vault's name, in lower case. */
  vault: z.string(),
  name: z.string(),
  version: z.string(),
  value: z.string(),
  contentType: z.string().optional(),
  at: z.int().nonnegative(),
});
export type VaultSecret = z.infer<typeof vaultSecret>;
