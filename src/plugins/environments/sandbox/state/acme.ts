import * as z from 'zod';
import { practiceMs } from './values.ts';

/** A public key as a JWK: nothing secret. */
const publicJwk = z.record(z.string(), z.string());

/** An error document of RFC 8555 6.7, as it is kept with what failed. */
export const acmeProblem = z.object({ type: z.string(), detail: z.string(), status: z.int() });
export type AcmeProblem = z.infer<typeof acmeProblem>;

const account = z.object({
  id: z.string(),
  jwk: publicJwk,
  /** Of the key, RFC 7638: what finds the account again. */
  thumbprint: z.string(),
  status: z.enum(['valid', 'deactivated']),
  contact: z.array(z.string()),
});
export type AcmeAccount = z.infer<typeof account>;

const authorization = z.object({
  id: z.string(),
  account: z.string(),
  /** Without `*.`. */
  name: z.string(),
  wildcard: z.boolean(),
  status: z.enum(['pending', 'valid', 'invalid', 'deactivated']),
  expires: practiceMs,
  token: z.string(),
  /** The proof was offered and is being looked at. */
  offered: z.boolean(),
  validated: practiceMs.optional(),
  error: acmeProblem.optional(),
});
export type AcmeAuthorization = z.infer<typeof authorization>;

const order = z.object({
  id: z.string(),
  account: z.string(),
  /** With `*.` where it was asked for. */
  names: z.array(z.string()),
  authorizations: z.array(z.string()),
  expires: practiceMs,
  certificate: z.string().optional(),
  replaces: z.string().optional(),
});
export type AcmeOrder = z.infer<typeof order>;

const certificate = z.object({
  id: z.string(),
  account: z.string(),
  chainPem: z.string(),
  /** As renewal information names it (RFC 9773 4.1). */
  renewalId: z.string(),
  notBefore: practiceMs,
  notAfter: practiceMs,
  revoked: practiceMs.optional(),
});
export type AcmeCertificate = z.infer<typeof certificate>;

/** What the practice authority remembers. */
export const acmeState = z.object({
  accounts: z.array(account),
  orders: z.array(order),
  authorizations: z.array(authorization),
  certificates: z.array(certificate),
});
export type AcmeState = z.infer<typeof acmeState>;

export const noAcmeState = (): AcmeState => ({ accounts: [], orders: [], authorizations: [], certificates: [] });
