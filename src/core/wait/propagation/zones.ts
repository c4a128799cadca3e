import type { Clock, DnsClient, DnsServer, DnsZone } from '../../contracts/index.ts';
import { parentOf } from '../../domain/dns-name.ts';
import { askQuietly, quietly } from './chase.ts';

/** Finds the zone of a name, and does not look again for a while. */
export type ZoneOf = (name: string, signal: AbortSignal) => Promise<DnsZone | undefined>;

const KEPT_MS = 5 * 60_000; // a zone that moves to another host is noticed

export function rememberingZones(dns: DnsClient, clock: Pick<Clock, 'now'>): ZoneOf {
  const known = new Map<string, { readonly zone: DnsZone; readonly until: number }>();
  return async (name, signal) => {
    const kept = known.get(name);
    if (kept !== undefined && kept.until > clock.now()) return kept.zone;
    const zone = await quietly(dns.zoneOf(name, signal));
    if (zone !== undefined) known.set(name, { zone, until: clock.now() + KEPT_MS });
    return zone;
  };
}

/** The zones that given servers hold, as they say themselves; all of them count as its servers, whatever a delegation says. */
export function zonesServedBy(dns: DnsClient, servers: readonly DnsServer[]): ZoneOf {
  const known = new Map<string, string>();
  return async (name, signal) => {
    const zone = known.get(name) ?? (await zoneAmong(name, signal));
    if (zone !== undefined) known.set(name, zone);
    // Nobody answers yet, or nobody knows it: the servers are asked for the name all the same.
    return { zone: zone ?? name, servers };
  };

  async function zoneAmong(name: string, signal: AbortSignal): Promise<string | undefined> {
    for (let at: string | undefined = name; at !== undefined && at !== ''; at = parentOf(at)) {
      const asked = at;
      const replies = await Promise.all(servers.map((server) => askQuietly(dns, server, { name: asked, type: 'SOA' }, signal)));
      const zone = replies.find((reply) => reply?.authoritative === true && reply.soa !== undefined)?.soa?.zone;
      if (zone !== undefined) return zone;
      // Only an alias at the name hides the SOA; silence is no reason to ask further.
      if (replies.every((reply) => reply?.answers.length === 0 || reply === undefined)) return undefined;
    }
    return undefined;
  }
}
