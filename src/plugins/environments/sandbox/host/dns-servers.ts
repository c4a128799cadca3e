import type { PracticeClock } from '../clock/practice-clock.ts';
import { startAuthoritative } from '../dns/authoritative.ts';
import { startResolver } from '../dns/resolver.ts';
import type { Faults, ZoneData } from '../dns/zone-data.ts';
import type { WorldState } from '../state/world-state.ts';
import { azureRecords } from '../world/azure-records.ts';
import { takeDnsFault } from '../world/faults.ts';
import type { Closers } from './closers.ts';
import { onLoopback } from './listen.ts';
import type { Ports } from './ports.ts';

export interface DnsPorts {
  readonly authoritative: number;
  readonly resolvers: readonly [number, number];
}

/** The practice zones' server and two resolvers that cache on their own. */
export async function startDns(state: WorldState, clock: PracticeClock, ports: Ports, closers: Closers): Promise<DnsPorts> {
  const faults: Faults = (name, type) => takeDnsFault(state, name, type)?.rcode;
  const zones = () => zonesOf(state, clock.now());
  const authoritative = await onLoopback(ports.authoritative, (port) => startAuthoritative({ zones, faults, port }));
  closers.push(() => authoritative[Symbol.asyncDispose]());
  const upstream = { address: authoritative.address, port: authoritative.port };
  const resolver = async (preferredPort: number) => {
    const started = await onLoopback(preferredPort, (port) => startResolver({ upstream, clock, faults, port }));
    closers.push(() => started[Symbol.asyncDispose]());
    return started.port;
  };
  return { authoritative: authoritative.port, resolvers: [await resolver(ports.resolvers[0]), await resolver(ports.resolvers[1])] };
}

// Those of Azure itself: nobody's registrar has them.
const AZURE_ZONES = ['cloudapp.azure.com', 'azurecontainer.io'];
const AZURE_MINIMUM_S = 60;

function zonesOf(state: WorldState, now: number): readonly ZoneData[] {
  const records = azureRecords(state, now);
  const azure = AZURE_ZONES.map((zone) => ({
    zone,
    serial: Math.floor(now / 1000) % 2 ** 32,
    minimum: AZURE_MINIMUM_S,
    nameServers: [`ns1.${zone}`, `ns2.${zone}`],
    records: records.filter(({ name }) => name.endsWith(`.${zone}`)),
  }));
  return [...state.dns.zones, ...azure];
}
