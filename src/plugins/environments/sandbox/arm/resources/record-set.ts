import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Json, JsonObject } from '../../../../../core/contracts/index.ts';
import type { Zone, ZoneRecord } from '../../state/dns.ts';
import { badRequest } from '../../world/azure-error.ts';

/** One name and type of a zone, as Azure DNS keeps them together. */
export interface RecordSet {
  readonly records: readonly ZoneRecord[];
  /** Resource id that it follows. */
  readonly target: string | undefined;
  readonly ttl: number;
}

export function recordSetOf(zone: Zone, name: string, type: string): RecordSet | undefined {
  const records = zone.records.filter((record) => record.name === name && record.type === type);
  const alias = zone.aliases?.find((each) => each.name === name && each.type === type);
  if (alias !== undefined) return { records: [], target: alias.target, ttl: alias.ttl };
  const [first] = records;
  return first === undefined ? undefined : { records, target: undefined, ttl: first.ttl };
}

/** Another where anything in it is another; Azure's are GUIDs. */
export function etagOf(set: RecordSet): string {
  const digest = createHash('sha256').update(JSON.stringify(set)).digest('hex');
  return [digest.slice(0, 8), digest.slice(8, 12), digest.slice(12, 16), digest.slice(16, 20), digest.slice(20, 32)].join('-');
}

const body = z.object({
  properties: z.object({
    TTL: z.int().min(1).max(2_147_483_647).optional(),
    metadata: z.record(z.string(), z.string()).optional(),
    targetResource: z.object({ id: z.string().optional() }).optional(),
    ARecords: z.array(z.object({ ipv4Address: z.ipv4() })).optional(),
    AAAARecords: z.array(z.object({ ipv6Address: z.ipv6() })).optional(),
    TXTRecords: z.array(z.object({ value: z.array(z.string().max(1024)) })).optional(),
    CNAMERecord: z.object({ cname: z.string().min(1) }).optional(),
  }),
});

export interface Written {
  readonly data: readonly string[];
  readonly target: string | undefined;
  readonly ttl: number;
}

/** @throws AzureError 400 */
export function readRecordSet(sent: unknown, type: string): Written {
  const parsed = body.safeParse(sent);
  if (!parsed.success) throw badRequest(`The record set is not valid: ${parsed.error.issues[0]?.path.join('.')}.`);
  const { properties } = parsed.data;
  const target = properties.targetResource?.id;
  const data = {
    A: properties.ARecords?.map(({ ipv4Address }) => ipv4Address),
    AAAA: properties.AAAARecords?.map(({ ipv6Address }) => ipv6Address),
    TXT: properties.TXTRecords?.map(({ value }) => value.join('')),
    CNAME: properties.CNAMERecord === undefined ? undefined : [properties.CNAMERecord.cname.toLowerCase().replace(/\.$/, '')],
  }[type];
  if (properties.TTL === undefined) throw badRequest('The TTL of the record set is missing.');
  if (target === undefined && (data === undefined || data.length === 0)) throw badRequest(`The record set has no ${type} records.`);
  return { data: target === undefined ? (data ?? []) : [], target, ttl: properties.TTL };
}

/** As Azure DNS gives it back. */
export function recordSetView(zoneId: string, type: string, name: string, relative: string, set: RecordSet): JsonObject {
  const data = set.records.map((record) => record.data);
  const records: Readonly<Record<string, Json>> = {
    A: { ARecords: data.map((ipv4Address) => ({ ipv4Address })) },
    AAAA: { AAAARecords: data.map((ipv6Address) => ({ ipv6Address })) },
    TXT: { TXTRecords: data.map((text) => ({ value: text.match(/.{1,255}/gsu) ?? [''] })) },
    CNAME: data[0] === undefined ? {} : { CNAMERecord: { cname: data[0] } },
  };
  return {
    id: `${zoneId}/${type}/${relative}`,
    name: relative,
    type: `Microsoft.Network/dnszones/${type}`,
    etag: etagOf(set),
    properties: {
      fqdn: `${name}.`,
      TTL: set.ttl,
      ...(records[type] as JsonObject),
      targetResource: set.target === undefined ? {} : { id: set.target },
      provisioningState: 'Succeeded',
    },
  };
}
