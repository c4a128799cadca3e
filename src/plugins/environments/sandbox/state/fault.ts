import * as z from 'zod';
import { json, serviceError } from './values.ts';

const pattern = z.string().refine(compiles, 'not a regular expression');

function compiles(text: string): boolean {
  try {
    new RegExp(text, 'i');
    return true;
  } catch {
    return false;
  }
}

/** How often it still strikes; without it, always. */
const times = z.int().nonnegative().optional();

/** Strikes a request of the resource manager or the data plane. `match`: regular expression on `METHOD /path`, case ignored. */
export const httpFault = z.strictObject({
  match: pattern,
  /** Answered instead of handling the request. */
  status: z.int().min(200).max(599).optional(),
  headers: z.record(z.string(), z.string()).optional(),
  body: json.optional(),
  /** The connection is reset instead. */
  reset: z.boolean().optional(),
  /** The request is handled, its answer held back so many ms of wall time. */
  delayMs: z.int().nonnegative().optional(),
  /** The request is taken, and what it began fails with these errors. */
  provisioningErrors: z.array(serviceError).min(1).optional(),
  times,
});
export type HttpFault = z.infer<typeof httpFault>;

/** Strikes a question that a practice DNS server got. `dns`: regular expression on `NAME TYPE`. */
export const dnsFault = z.strictObject({ dns: pattern, rcode: z.enum(['SERVFAIL', 'REFUSED', 'NXDOMAIN']), times });
export type DnsFault = z.infer<typeof dnsFault>;

/** Strikes a connection to a front end. `connect`: regular expression on its practice IP. `silent`: taken, and never answered. */
export const connectFault = z.strictObject({ connect: pattern, how: z.enum(['silent', 'reset']), times });
export type ConnectFault = z.infer<typeof connectFault>;

export const fault = z.union([httpFault, dnsFault, connectFault]);
export type Fault = z.infer<typeof fault>;
