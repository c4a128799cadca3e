import type { DnsClient, DnsReply, DnsRow, DnsServer, DnsZone } from '../../contracts/index.ts';
import { checkNotPublicSuffix } from '../../domain/check-fqdn.ts';
import { isWithin } from '../../domain/dns-name.ts';
import { askQuietly, chase } from './chase.ts';
import { judge } from './judge.ts';
import type { RecordSet } from './record-set.ts';
import type { ZoneOf } from './zones.ts';

/** What one server shows of a set; `reply` is missing where none came. */
export interface Shown {
  readonly row: DnsRow;
  readonly reply?: DnsReply;
}

export interface SetLook {
  readonly set: RecordSet;
  readonly zone: DnsZone | undefined;
  readonly servers: readonly Shown[];
}

export interface Looking {
  readonly dns: DnsClient;
  /** ms since the epoch */
  now(): number;
  readonly signal: AbortSignal;
  /** Ask for the serial of the zone as well. */
  readonly serials?: boolean;
}

// Of a name that nobody has registered the registry's servers answer, which serve the whole world.
const REGISTRY_SERVERS = 2;

/** Asks every authoritative server of the set's zone, side by side. */
export async function lookAtSet(set: RecordSet, zoneOf: ZoneOf, looking: Looking): Promise<SetLook> {
  const zone = await zoneOf(set.name, looking.signal);
  const asked = zone !== undefined && (await checkNotPublicSuffix(zone.zone)) !== undefined ? zone.servers.slice(0, REGISTRY_SERVERS) : (zone?.servers ?? []);
  const servers = await Promise.all(asked.map((server) => lookAtServer(server, set, looking, zone?.zone)));
  return { set, zone, servers };
}

/** @param zone of an authoritative server */
export async function lookAtServer(server: DnsServer, set: RecordSet, { dns, now, signal, serials = false }: Looking, zone?: string): Promise<Shown> {
  const [reply, about] = await Promise.all([
    askQuietly(dns, server, { name: set.name, type: set.type }, signal),
    zone === undefined || !serials ? undefined : askQuietly(dns, server, { name: zone, type: 'SOA' }, signal),
  ]);
  const row = { server: server.label, role: server.role, address: placeOf(server) };
  if (reply === undefined) return { row: { ...row, answer: '', verdict: 'unreachable' } };
  // It speaks for a zone above and knows nothing of this one.
  const astray = zone !== undefined && reply.soa !== undefined && reply.soa.zone !== zone && isWithin(zone, reply.soa.zone);
  if (astray) return { reply, row: { ...row, answer: 'LAME', verdict: 'lame' } };
  const first = judge(reply, set);
  const { verdict, answer, ttl } = first.pending === undefined ? first : judge(reply, set, await chase(dns, first.pending, set.type, signal));
  const forgets = server.role === 'resolver' && ttl !== undefined && (verdict === 'wrong' || verdict === 'absent');
  const serial = about?.authoritative === true ? about.soa?.serial : undefined;
  return {
    reply,
    row: {
      ...row,
      answer,
      verdict,
      ...(forgets ? { until: now() + ttl * 1000 } : {}),
      ...(ttl === undefined ? {} : { ttl }),
      ...(serial === undefined ? {} : { serial }),
    },
  };
}

function placeOf({ address, port, url, overHttps }: DnsServer): string {
  if (url !== undefined && overHttps === 'always') return url;
  return `${address.includes(':') ? `[${address}]` : address}:${port}`;
}
