import * as z from 'zod';
import { json, practiceMs } from './values.ts';

/** A request as it came in. `body`: JSON with every certificate and key replaced by `sha256:<hex>`; null where there was none. */
export const loggedRequest = z.object({
  at: practiceMs,
  method: z.string(),
  /** Without the query. */
  path: z.string(),
  query: z.string(),
  body: json,
  /** 0 where the connection was reset. */
  status: z.int(),
});
export type LoggedRequest = z.infer<typeof loggedRequest>;

/** Older requests are forgotten. */
export const LOGGED_REQUESTS = 2000;
