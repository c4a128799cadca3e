import type { Clock, DnsClient, DnsZone } from '../../contracts/index.ts';
import { quietly } from './chase.ts';

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
