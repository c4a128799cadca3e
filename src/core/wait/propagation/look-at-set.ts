import type { DnsClient, DnsReply, DnsRow, DnsServer, DnsZone } from '../../contracts/index.ts';
import { checkNotPublicSuffix } from '../../domain/check-fqdn.ts';
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

interface Looking {
  readonly dns: DnsClient;
  /** ms since the epoch */
  now(): number;
  readonly signal: AbortSignal;
}

// Of a name that nobody has registered the registry's servers answer, which serve the whole world.
const REGISTRY_SERVERS = 2;

/** Asks every authoritative server of the set's zone, side by side. */
export async function lookAtSet(set: RecordSet, zoneOf: ZoneOf, looking: Looking): Promise<SetLook> {
  const zone = await zoneOf(set.name, looking.signal);
  const asked = zone !== undefined && (await checkNotPublicSuffix(zone.zone)) !== undefined ? zone.servers.slice(0, REGISTRY_SERVERS) : (zone?.servers ?? []);
  const servers = await Promise.all(asked.map((server) => lookAtServer(server, set, looking)));
  return { set, zone, servers };
}

export async function lookAtServer(server: DnsServer, set: RecordSet, { dns, now, signal }: Looking): Promise<Shown> {
  const reply = await askQuietly(dns, server, { name: set.name, type: set.type }, signal);
  const row = { server: server.label, role: server.role };
  if (reply === undefined) return { row: { ...row, answer: '', verdict: 'unreachable' } };
  const first = judge(reply, set);
  const { verdict, answer, ttl } = first.pending === undefined ? first : judge(reply, set, await chase(dns, first.pending, set.type, signal));
  const forgets = server.role === 'resolver' && ttl !== undefined && (verdict === 'wrong' || verdict === 'absent');
  return { reply, row: { ...row, answer, verdict, ...(forgets ? { until: now() + ttl * 1000 } : {}) } };
}
