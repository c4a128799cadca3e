import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect } from 'node:net';
import { decode, encode } from 'dns-packet';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DnsRecord, DnsServer } from '../../../../../src/core/contracts/index.ts';
import { startAuthoritative } from '../../../../../src/plugins/environments/sandbox/dns/authoritative.ts';
import { respond } from '../../../../../src/plugins/environments/sandbox/dns/respond.ts';
import { framed } from '../../../../../src/plugins/shared/dns/tcp.ts';
import { a, cname, contoso, type DnsWorld, dnsWorld } from '../../../../helpers/dns-world.ts';

const { signal } = new AbortController();
const second = 1000;
let world: DnsWorld;
beforeEach(async () => {
  world = await dnsWorld([contoso(a('www.contoso.com', '20.0.0.4', 300), cname('alias.contoso.com', 'www.contoso.com', 30))]);
});
afterEach(async () => await world[Symbol.asyncDispose]());

function resolver(): DnsServer {
  const [first] = world.dns.resolvers([]);
  if (first === undefined) throw new Error('a resolver');
  return first;
}
const ask = (name: string, type: DnsRecord['type'] = 'A') => world.dns.ask(resolver(), { name, type }, signal);
const upstreamAsked = (name: string) => world.asked.filter((asked) => asked === name).length;

describe('the caching resolver', () => {
  it('counts TTLs down, each record its own, and asks again when they are over', async () => {
    await ask('alias.contoso.com');
    await world.clock.sleep(20 * second, signal);
    expect((await ask('alias.contoso.com')).answers.map(({ type, ttl }) => [type, ttl])).toEqual([
      ['CNAME', 10],
      ['A', 280],
    ]);
    expect(upstreamAsked('alias.contoso.com')).toBe(1);
    await world.clock.sleep(10 * second, signal);
    expect((await ask('alias.contoso.com')).answers.map(({ ttl }) => ttl)).toEqual([30, 300]);
  });

  it('goes on saying what was true until the TTL is over', async () => {
    await ask('www.contoso.com');
    world.zones[0] = contoso(a('www.contoso.com', '20.0.0.5'));
    await world.clock.sleep(299 * second, signal);
    expect((await ask('www.contoso.com')).answers).toMatchObject([{ data: '20.0.0.4', ttl: 1 }]);
    await world.clock.sleep(second, signal);
    expect((await ask('www.contoso.com')).answers).toMatchObject([{ data: '20.0.0.5', ttl: 300 }]);
  });

  it("remembers absences for the SOA's minimum: of the name for every type, of a type for that one", async () => {
    expect(await ask('new.contoso.com')).toMatchObject({ rcode: 'NXDOMAIN', authoritative: false, soa: { minimum: 60, ttl: 60 } });
    world.zones[0] = contoso(a('new.contoso.com', '20.0.0.9'), a('www.contoso.com', '20.0.0.4'));
    await world.clock.sleep(25 * second, signal);
    expect(await ask('new.contoso.com', 'TXT')).toMatchObject({ rcode: 'NXDOMAIN', soa: { ttl: 35 } });
    await world.clock.sleep(35 * second, signal);
    expect((await ask('new.contoso.com')).answers).toMatchObject([{ data: '20.0.0.9' }]);
    expect(await ask('www.contoso.com', 'TXT')).toMatchObject({ rcode: 'NOERROR', answers: [] });
    expect((await ask('www.contoso.com')).answers).toHaveLength(1);
  });

  it('says SERVFAIL where its upstream does, and remembers none of it', async () => {
    world.faults.authoritative.add('www.contoso.com');
    expect((await ask('www.contoso.com')).rcode).toBe('SERVFAIL');
    world.faults.authoritative.clear();
    expect((await ask('www.contoso.com')).rcode).toBe('NOERROR');
  });

  it('knows nothing outside the practice zones', async () => {
    expect(await ask('www.example.org')).toMatchObject({ rcode: 'NXDOMAIN', answers: [] });
  });

  it('ends alias loops', async () => {
    world.zones[0] = contoso(cname('one.contoso.com', 'two.contoso.com'), cname('two.contoso.com', 'one.contoso.com'));
    expect((await ask('one.contoso.com')).rcode).toBe('SERVFAIL');
  });
});

describe('what arrives at a server', () => {
  it('sets the flags of its kind', async () => {
    const query = encode({ type: 'query', id: 9, flags: 0x100, questions: [{ name: 'www.contoso.com', type: 'A' }] });
    const authoritative = await respond(query, 'udp', false, () => ({ rcode: 'NOERROR', authoritative: true, answers: [], authorities: [], additionals: [] }));
    expect(decode(authoritative ?? Buffer.alloc(0))).toMatchObject({ id: 9, flag_qr: true, flag_aa: true, flag_rd: true, flag_ra: false });
    const recursive = await respond(query, 'udp', true, () => ({ rcode: 'NOERROR', authoritative: false, answers: [], authorities: [], additionals: [] }));
    expect(decode(recursive ?? Buffer.alloc(0))).toMatchObject({ flag_aa: false, flag_ra: true });
  });

  it('fails a record that no wire can carry, and goes on', async () => {
    world.zones[0] = contoso({ name: 'bad.contoso.com', type: 'A', data: 'not an address' }, a('www.contoso.com', '20.0.0.4'));
    const server: DnsServer = { ...world.authoritative, label: 'ns', role: 'authoritative' };
    expect((await world.dns.ask(server, { name: 'bad.contoso.com', type: 'A' }, signal)).rcode).toBe('SERVFAIL');
    expect((await world.dns.ask(server, { name: 'www.contoso.com', type: 'A' }, signal)).rcode).toBe('NOERROR');
  });

  it('answers or stays silent, and never throws', async () => {
    const start = encode({ type: 'query', id: 7, questions: [{ name: 'www.contoso.com', type: 'A' }] });
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 600 }),
      fc.uint8Array({ maxLength: 600 }).map((tail) => Buffer.concat([start.subarray(0, 12), tail])),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (datagram) => {
        const reply = await respond(Buffer.from(datagram), 'udp', false, () => ({
          rcode: 'NOERROR',
          authoritative: true,
          answers: [],
          authorities: [],
          additionals: [],
        }));
        return reply === undefined || reply.length <= 512;
      }),
      { numRuns: 1500 },
    );
  });

  it('takes several questions over one connection, cut anywhere', async () => {
    const questions = ['www.contoso.com', 'nothing.contoso.com'].map((name, at) =>
      framed(encode({ type: 'query', id: at + 1, questions: [{ name, type: 'A' }] })),
    );
    const socket = connect({ port: world.authoritative.port, host: '127.0.0.1', noDelay: true });
    for (const byte of Buffer.concat(questions)) socket.write(Buffer.from([byte]));
    let received = Buffer.alloc(0);
    const ids: number[] = [];
    for await (const chunk of socket) {
      received = Buffer.concat([received, chunk]);
      while (received.length >= 2 && received.length >= 2 + received.readUInt16BE(0)) {
        ids.push(received.readUInt16BE(2));
        received = received.subarray(2 + received.readUInt16BE(0));
      }
      if (ids.length === 2) break;
    }
    expect(ids).toEqual([1, 2]);
  });

  it('says which port is taken', async () => {
    await expect(startAuthoritative({ zones: () => [], port: world.authoritative.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('closes with connections open', async () => {
    const server = await startAuthoritative({ zones: () => [] });
    const socket = connect(server.port, '127.0.0.1').on('error', () => {});
    await once(socket, 'connect');
    await server[Symbol.asyncDispose]();
    const udp = createSocket('udp4').bind(server.port, '127.0.0.1');
    await once(udp, 'listening');
    udp.close();
  });
});
