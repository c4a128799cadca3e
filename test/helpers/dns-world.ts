import type { Clock, Context, DnsRecord, Environment, Registrar } from '../../src/core/contracts/index.ts';
import { startAuthoritative } from '../../src/plugins/environments/sandbox/dns/authoritative.ts';
import { startResolver } from '../../src/plugins/environments/sandbox/dns/resolver.ts';
import type { ZoneData } from '../../src/plugins/environments/sandbox/dns/zone-data.ts';
import { createDnsClient } from '../../src/plugins/shared/dns/index.ts';
import { virtualClock } from './virtual-clock.ts';

export const contoso = (...records: readonly DnsRecord[]): ZoneData => ({
  zone: 'contoso.com',
  serial: 1,
  minimum: 60,
  nameServers: ['ns1.contoso.com', 'ns2.contoso.com'],
  records,
});

export const a = (name: string, data: string, ttl = 300): DnsRecord => ({ name, type: 'A', data, ttl });
export const cname = (name: string, data: string, ttl = 300): DnsRecord => ({ name, type: 'CNAME', data, ttl });

/** A name server and two caching resolvers on loopback, a client for them, and a registrar, all on a virtual clock. */
export async function dnsWorld(zones: ZoneData[], clock: Clock = virtualClock()) {
  const faults = { authoritative: new Set<string>(), resolver: new Set<string>() };
  const asked: string[] = [];
  const authoritative = await startAuthoritative({
    zones: () => zones,
    faults: (name) => {
      asked.push(name);
      return faults.authoritative.has(name) ? 'SERVFAIL' : undefined;
    },
  });
  const resolverFaults = (name: string) => (faults.resolver.has(name) ? 'SERVFAIL' : undefined);
  const resolvers = await Promise.all([1, 2].map(() => startResolver({ upstream: authoritative, clock, faults: resolverFaults })));
  const [first, second] = resolvers.map(({ address, port }) => `${address}:${port}`);
  const dns = createDnsClient({ authoritative: [authoritative], system: () => [first ?? ''], resolvers: ['system', second ?? ''] });
  return {
    zones,
    clock,
    faults,
    asked,
    dns,
    authoritative,
    resolvers,
    registrar: registrarOf(zones),
    async [Symbol.asyncDispose]() {
      await Promise.all([authoritative, ...resolvers].map((server) => server[Symbol.asyncDispose]()));
    },
  };
}

export type DnsWorld = Awaited<ReturnType<typeof dnsWorld>>;

function registrarOf(zones: ZoneData[]): Registrar {
  const change = (name: string, to: (records: readonly DnsRecord[]) => readonly DnsRecord[]) => {
    const at = zones.findIndex(({ zone }) => name === zone || name.endsWith(`.${zone}`));
    const zone = zones[at];
    if (zone === undefined) throw new Error(`no zone for ${name}`);
    zones[at] = { ...zone, serial: zone.serial + 1, records: to(zone.records) };
  };
  return {
    get: async (name, type) => zones.flatMap(({ records }) => records.filter((record) => record.name === name && record.type === type)),
    async set(records) {
      for (const record of records) change(record.name, (old) => old.filter(({ name, type }) => name !== record.name || type !== record.type));
      for (const record of records) change(record.name, (old) => [...old, record]);
    },
    remove: async (record) => change(record.name, (old) => old.filter(({ name, type }) => name !== record.name || type !== record.type)),
  };
}

/** The context a DNS plugin is handed; only the parts that this world has may be touched. */
export function dnsContext(world: DnsWorld, registrar: Registrar | undefined = world.registrar, signal: AbortSignal = new AbortController().signal): Context {
  const known: Partial<Environment> = { id: 'test', practice: true, clock: world.clock, dns: world.dns, ...(registrar === undefined ? {} : { registrar }) };
  return { env: known as Environment, answers: {}, signal, profile: undefined, paths: { resolve: (path) => path, own: '/nowhere' } };
}
