import * as z from 'zod';
import type { Answers, Environment, Json } from '../../contracts/index.ts';

const computeSchema = z.object({
  name: z.string(),
  provisioningState: z.string(),
  ip: z.string(),
  tls: z.object({ status: z.string(), host: z.nullable(z.string()) }),
});
const serviceSchema = z.object({
  name: z.nullable(z.string()),
  computeName: z.nullable(z.string()),
  scoringUri: z.nullable(z.string()),
  ip: z.string(),
  port: z.number(),
  sni: z.nullable(z.string()),
});
/** What the practice Azure says of itself (cli.md, `GET /state`), as far as lessons look. */
export const stateSchema = z.object({ now: z.string(), computes: z.array(computeSchema), services: z.array(serviceSchema) });
export type PracticeState = z.infer<typeof stateSchema>;

/** `GET /requests`. */
export const requestsSchema = z.array(z.object({ at: z.string(), method: z.string(), path: z.string(), body: z.unknown() }));
export type PracticeRequests = z.infer<typeof requestsSchema>;

/** The practice world of one lesson, and the folder that the learner works in. */
export interface LessonWorld {
  readonly env: Environment;
  /** Absolute. */
  readonly folder: string;
  readonly signal: AbortSignal;
  /** The control endpoint of cli.md. */
  control(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: Json): Promise<unknown>;
  /** The profiles in the learner's folder, by name; none while the file has mistakes. */
  profiles(): Promise<ReadonlyMap<string, Answers>>;
}

/** One look at it. */
export interface Glance {
  readonly world: LessonWorld;
  readonly state: PracticeState;
  /** ISO 8601, practice time: when the task began. */
  readonly since: string;
  requests(): Promise<PracticeRequests>;
}

export async function glance(world: LessonWorld, since: string): Promise<Glance> {
  let requests: Promise<PracticeRequests> | undefined;
  return {
    world,
    since,
    state: stateSchema.parse(await world.control('GET', '/state')),
    requests: () => (requests ??= world.control('GET', '/requests').then((all) => requestsSchema.parse(all).filter(({ at }) => at >= since))),
  };
}
