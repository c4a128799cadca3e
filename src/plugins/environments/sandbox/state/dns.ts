import * as z from 'zod';

/** `name`: the whole name in A-labels, lower case, without a trailing dot. `ttl` in seconds. */
export const zoneRecord = z.object({
  name: z.string(),
  type: z.enum(['A', 'AAAA', 'CNAME', 'TXT', 'NS', 'CAA']),
  data: z.string(),
  ttl: z.int().nonnegative(),
});
export type ZoneRecord = z.infer<typeof zoneRecord>;

/** A zone that the practice registrar holds. SOA and NS are made from it; `records` holds the rest. */
export const zone = z.object({
  zone: z.string(),
  serial: z.int().nonnegative(),
  /** Of the SOA: how long an absence is remembered, seconds. */
  minimum: z.int().nonnegative(),
  /** Names of its servers: `ns1.contoso.com`. */
  nameServers: z.array(z.string()).min(1),
  records: z.array(zoneRecord),
  /** Record sets that follow an Azure resource instead of holding data (Azure DNS). */
  aliases: z.array(z.object({ name: z.string(), type: zoneRecord.shape.type, target: z.string(), ttl: z.int().nonnegative() })).optional(),
});
export type Zone = z.infer<typeof zone>;
