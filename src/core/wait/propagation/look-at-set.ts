import type { DnsClient, DnsReply, DnsRow, DnsServer, DnsZone } from '../../contracts/index.ts';
import { checkNotPublicSuffix } from '../../domain/check-fqdn.ts';
import { isWithin } from '../../domain/dns-name.ts';
import { askQuietly, chase } from './chase.ts';
import { judge } from './judge.ts';
import type { RecordSet } from './record-set.ts';
import { viewOf } from './views.ts';
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
  /** Ask for the serial of the zone as well: one question more to each server; or only where the servers do not agree. */
  readonly serials?: 'always' | 'where-different';
}

// Of a name that nobody has registered the registry's servers answer, which serve the whole world.
const REGISTRY_SERVERS = 2;

/** Asks every authoritative server of the set's zone, side by side. */
export async function lookAtSet(set: RecordSet, zoneOf: ZoneOf, looking: Looking): Promise<SetLook> {
  const zone = await zoneOf(set.name, looking.signal);
  const asked = zone !== undefined && (await checkNotPublicSuffix(zone.zone)) !== undefined ? zone.servers.slice(0, REGISTRY_SERVERS) : (zone?.servers ?? []);
  const servers = await Promise.all(
    asked.map(async (server) => {
      const [shown, serial] = await Promise.all([lookAtServer(server, set, looking, zone?.zone), looking.serials === 'always' ? serialOf(server) : undefined]);
      return withSerial(shown, serial);
    }),
  );
  const differ = looking.serials === 'where-different' && new Set(servers.filter(({ reply }) => reply !== undefined).map(({ row }) => row.answer)).size > 1;
  if (!differ) return { set, zone, servers };
  return { set, zone, servers: await Promise.all(asked.map(async (server, at) => withSerial(servers[at] as Shown, await serialOf(server)))) };

  async function serialOf(server: DnsServer): Promise<number | undefined> {
    if (zone === undefined) return undefined;
    const about = await askQuietly(looking.dns, server, { name: zone.zone, type: 'SOA' }, looking.signal);
    return about?.authoritative === true && about.soa?.zone === zone.zone ? about.soa.serial : undefined;
  }
}

function withSerial(shown: Shown, serial: number | undefined): Shown {
  return serial === undefined ? shown : { ...shown, row: { ...shown.row, serial } };
}

/** @param zone of an authoritative server */
export async function lookAtServer(server: DnsServer, set: RecordSet, { dns, now, signal }: Looking, zone?: string): Promise<Shown> {
  const reply = await askQuietly(dns, server, { name: set.name, type: set.type }, signal);
  const row = { server: server.label, role: server.role, view: viewOf(server), address: placeOf(server), name: set.name, type: set.type };
  if (reply === undefined) return { row: { ...row, answer: '', verdict: 'unreachable' } };
  // It speaks for a zone above and knows nothing of this one.
  const astray = zone !== undefined && reply.answers.length === 0 && reply.soa !== undefined && reply.soa.zone !== zone && isWithin(zone, reply.soa.zone);
  if (astray) return { reply, row: { ...row, answer: 'LAME', verdict: 'lame' } };
  const first = judge(reply, set);
  const { verdict, answer, ttl } = first.pending === undefined ? first : judge(reply, set, await chase(dns, first.pending, set.type, signal));
  // A resolver that holds the zone itself (AA) has nothing to forget.
  const forgets = server.role === 'resolver' && !reply.authoritative && ttl !== undefined && (verdict === 'wrong' || verdict === 'absent');
  return {
    reply,
    row: {
      ...row,
      answer,
      verdict,
      ...(forgets ? { until: now() + ttl * 1000 } : {}),
      ...(ttl === undefined ? {} : { ttl }),
    },
  };
}

function placeOf({ address, port, url, overHttps }: DnsServer): string {
  if (url !== undefined && overHttps === 'always') return url;
  return `${address.includes(':') ? `[${address}]` : address}:${port}`;
}
