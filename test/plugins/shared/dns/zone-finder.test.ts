import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DnsRecord } from '../../../../src/core/contracts/index.ts';
import { startAuthoritative } from '../../../../src/plugins/environments/sandbox/dns/authoritative.ts';
import type { ZoneData } from '../../../../src/plugins/environments/sandbox/dns/zone-data.ts';
import { createDnsClient } from '../../../../src/plugins/shared/dns/index.ts';
import type { HostPort } from '../../../../src/plugins/shared/dns/udp.ts';
import { a, cname } from '../../../helpers/dns-world.ts';

const ns = (name: string, data: string): DnsRecord => ({ name, type: 'NS', data, ttl: 300 });
const zone = (name: string, nameServers: string[], ...records: DnsRecord[]): ZoneData => ({ zone: name, serial: 1, minimum: 60, nameServers, records });

// A small Internet: addresses of documentation networks, each routed to a server on loopback.
const zonesAt: Record<string, ZoneData[]> = {
  '192.0.2.1': [
    zone(
      'com',
      ['a.gtld.net'],
      ns('contoso.com', 'ns1.contoso.com'),
      ns('contoso.com', 'ns.hoster.net'),
      a('ns1.contoso.com', '192.0.2.11'),
      ns('lame.com', 'ns.lame.com'),
      a('ns.lame.com', '192.0.2.12'),
    ),
  ],
  '192.0.2.11': [
    zone(
      'contoso.com',
      ['ns1.contoso.com', 'ns.hoster.net', 'ns3.contoso.com'],
      cname('www.contoso.com', 'elsewhere.example'),
      a('ns3.contoso.com', '192.0.2.13'),
      ns('ml.contoso.com', 'ns1.ml.contoso.com'),
      a('ns1.ml.contoso.com', '192.0.2.14'),
    ),
  ],
  '192.0.2.12': [zone('other.com', ['ns.lame.com'])],
  '192.0.2.14': [zone('ml.contoso.com', ['ns1.ml.contoso.com'])],
  // the resolver: knows top-level domains and addresses of servers, and one inner zone
  '192.0.2.53': [
    zone('com', ['a.gtld.net']),
    zone('a.gtld.net', ['a.gtld.net'], a('a.gtld.net', '192.0.2.1')),
    zone('hoster.net', ['ns.hoster.net'], a('ns.hoster.net', '192.0.2.11')),
    zone('ns3.contoso.com', ['x'], a('ns3.contoso.com', '192.0.2.13')),
    zone('ns1.contoso.com', ['x'], a('ns1.contoso.com', '192.0.2.11')),
    zone('ns1.ml.contoso.com', ['x'], a('ns1.ml.contoso.com', '192.0.2.14')),
    zone('corp.internal', ['dc1.corp.internal'], a('dc1.corp.internal', '192.0.2.99')),
  ],
};

describe('zoneOf by delegation', () => {
  const { signal } = new AbortController();
  const servers = new Map<string, Awaited<ReturnType<typeof startAuthoritative>>>();
  const asked: string[] = [];
  const nobody: HostPort = { address: '127.0.0.1', port: 1 };
  const dns = createDnsClient({ system: () => ['192.0.2.53'], route: ({ address }) => servers.get(address) ?? nobody });

  beforeAll(async () => {
    for (const [address, zones] of Object.entries(zonesAt)) {
      const faults = (name: string) => {
        if (address === '192.0.2.53') asked.push(name);
        return undefined;
      };
      servers.set(address, await startAuthoritative({ zones: () => zones, faults }));
    }
  });
  afterAll(async () => void (await Promise.all([...servers.values()].map((server) => server[Symbol.asyncDispose]()))));

  it('names every server of the zone by address', async () => {
    const found = await dns.zoneOf('new.contoso.com', signal);
    expect(found?.zone).toBe('contoso.com');
    expect(found?.servers.map(({ label, address, port, role }) => [label, address, port, role])).toEqual([
      ['ns1.contoso.com', '192.0.2.11', 53, 'authoritative'],
      ['ns.hoster.net', '192.0.2.11', 53, 'authoritative'],
      ['ns3.contoso.com', '192.0.2.13', 53, 'authoritative'],
    ]);
  });

  it('never asks a resolver about the name itself, so that no cache remembers its absence', () => {
    expect(asked).not.toContain('new.contoso.com');
    expect(asked).not.toContain('contoso.com');
  });

  it.each([
    ['an alias', 'www.contoso.com', 'contoso.com'],
    ['the top of a zone', 'contoso.com', 'contoso.com'],
    ['a more specific zone', 'a.b.ml.contoso.com', 'ml.contoso.com'],
    ['a name that nobody has registered', 'www.nobody.com', 'com'],
    ['a zone that only the inner resolver knows', 'ml.corp.internal', 'corp.internal'],
  ])('finds %s', async (_, name, expected) => {
    expect((await dns.zoneOf(name, signal))?.zone).toBe(expected);
  });

  it.each(['www.lame.com', 'www.nowhere.example'])('gives up on %s', async (name) => {
    expect((await dns.zoneOf(name, signal))?.zone).not.toBe(name);
  });
});
