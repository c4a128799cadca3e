import { z } from 'zod/mini';
import type { DnsRecord, Json, RecordType } from '../contracts/index.ts';

const record = z.object({
  name: z.string(),
  type: z.enum(['A', 'AAAA', 'CNAME', 'TXT']),
  data: z.string(),
  ttl: z.optional(z.number()),
});

const receiptSchema = z.object({
  name: z.string(),
  type: z.enum(['A', 'AAAA', 'CNAME', 'TXT']),
  before: z.array(record),
  records: z.array(record),
});

/** What a DNS change made, and what stood there before: as its receipt has it. */
export interface Made {
  readonly name: string;
  readonly type: RecordType;
  readonly before: readonly DnsRecord[];
  readonly records: readonly DnsRecord[];
}

/** undefined for a receipt that tells nothing of a record set. */
export function readReceipt(receipt: Json): Made | undefined {
  const parsed = receiptSchema.safeParse(receipt);
  if (!parsed.success) return undefined;
  const plain = (records: readonly z.infer<typeof record>[]) =>
    records.map(({ ttl, ...rest }): DnsRecord => ({ ...rest, ...(ttl === undefined ? {} : { ttl }) }));
  return { ...parsed.data, before: plain(parsed.data.before), records: plain(parsed.data.records) };
}
