import * as z from 'zod';

const name = z.string().min(1);
const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** What the practice world, or the lesson's folder, has to show. Names of computes and of container instances share `on`. */
export const checkSchema = z.discriminatedUnion('check', [
  z.strictObject({ check: z.literal('compute'), name, status: z.enum(['Disabled', 'Enabled', 'Auto']) }),
  z.strictObject({
    check: z.literal('served'),
    on: name,
    /** Default: the name that Azure gave it. */
    host: name.optional(),
    /** The certificate has to be the one in this file. */
    file: name.optional(),
    /** Days that are left of it. */
    atLeast: z.int().optional(),
    atMost: z.int().optional(),
  }),
  z.strictObject({ check: z.literal('leads'), name, to: name }),
  z.strictObject({ check: z.literal('absent'), name, type: z.enum(['A', 'AAAA', 'CNAME', 'TXT', 'CAA']) }),
  z.strictObject({ check: z.literal('caa'), name, allows: name }),
  z.strictObject({ check: z.literal('uri'), service: name, begins: name }),
  /** Azure was asked for it since the task began. */
  z.strictObject({ check: z.literal('asked'), method: z.enum(['PUT', 'PATCH', 'POST', 'DELETE']), path: name, sends: z.record(z.string(), scalar) }),
  /** Since the task began somebody has looked, and changed nothing. */
  z.strictObject({ check: z.literal('unchanged'), path: name }),
  z.strictObject({ check: z.literal('profile'), has: z.record(z.string(), scalar) }),
  /** Certificate and key of a profile are fit to be deployed. */
  z.strictObject({ check: z.literal('pair'), profile: name }),
  z.strictObject({ check: z.literal('file'), path: name, contains: name }),
]);
export type Check = z.infer<typeof checkSchema>;
export type CheckOf<K extends Check['check']> = Extract<Check, { check: K }>;
