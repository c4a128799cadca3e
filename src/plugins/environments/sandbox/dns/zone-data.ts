import type { DnsRecord, RecordType } from '../../../../core/contracts/index.ts';

/** A zone as the servers here serve it; SOA and the NS of its apex are made from it. Names plain, TTLs in seconds. */
export interface ZoneData {
  readonly zone: string;
  readonly serial: number;
  /** Of the SOA: how long an absence is remembered, seconds. */
  readonly minimum: number;
  readonly nameServers: readonly string[];
  readonly records: readonly DnsRecord[];
}

/** Makes a server fail for a question. */
export type Faults = (name: string, type: RecordType) => 'SERVFAIL' | 'REFUSED' | 'NXDOMAIN' | undefined;

const NS_TTL_S = 3600;

export function soaOf({ zone, serial, minimum, nameServers }: ZoneData): DnsRecord {
  const data = [nameServers[0] ?? `ns1.${zone}`, `hostmaster.${zone}`, serial, 7200, 900, 1_209_600, minimum].join(' ');
  return { name: zone, type: 'SOA', data, ttl: Math.max(minimum, NS_TTL_S) };
}

/** Everything in the zone, what is made from it too. */
export function recordsOf(data: ZoneData): readonly DnsRecord[] {
  const servers = data.nameServers.map((server): DnsRecord => ({ name: data.zone, type: 'NS', data: server, ttl: NS_TTL_S }));
  return [soaOf(data), ...servers, ...data.records];
}
