import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { decode, encode } from 'dns-packet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DnsServer } from '../../../../src/core/contracts/index.ts';
import { startAuthoritative } from '../../../../src/plugins/environments/sandbox/dns/authoritative.ts';
import { createDnsClient } from '../../../../src/plugins/shared/dns/index.ts';
import { a, cname, contoso, type DnsWorld, dnsWorld } from '../../../helpers/dns-world.ts';

const { signal } = new AbortController();
const at = ({ address, port }: { address: string; port: number }, role: DnsServer['role'] = 'authoritative'): DnsServer => ({
  label: 'it',
  address,
  port,
  role,
});

describe('a client and real servers', () => {
  let world: DnsWorld;
  beforeAll(async () => {
    const many = Array.from({ length: 30 }, (_, n) => a('many.contoso.com', `20.0.1.${n + 1}`));
    world = await dnsWorld([contoso(a('www.contoso.com', '20.0.0.4'), cname('alias.contoso.com', 'www.contoso.com', 60), ...many)]);
  });
  afterAll(async () => await world[Symbol.asyncDispose]());

  it('asks over UDP', async () => {
    const reply = await world.dns.ask(at(world.authoritative), { name: 'WWW.contoso.com.', type: 'A' }, signal);
    expect(reply).toMatchObject({ rcode: 'NOERROR', authoritative: true, transport: 'udp', answers: [a('www.contoso.com', '20.0.0.4')] });
  });

  it('asks again over TCP where the answer does not fit', async () => {
    const reply = await world.dns.ask(at(world.authoritative), { name: 'many.contoso.com', type: 'A' }, signal);
    expect(reply.transport).toBe('udp'); // fits into the 1232 bytes that EDNS announces
    const bytes = await plainUdp(world.authoritative.port, 'many.contoso.com');
    expect(bytes.length).toBeLessThanOrEqual(512);
    expect(decode(bytes)).toMatchObject({ flag_tc: true, answers: [] });
    world.zones[0] = contoso(...Array.from({ length: 200 }, (_, n) => a('many.contoso.com', `20.0.2.${n + 1}`)), ...(world.zones[0]?.records ?? []));
    const more = await world.dns.ask(at(world.authoritative), { name: 'many.contoso.com', type: 'A' }, signal);
    expect(more.transport).toBe('tcp');
    expect(more.answers).toHaveLength(230);
  });

  it('finds the zone and says what an absence is remembered for', async () => {
    expect(await world.dns.zoneOf('new.www.contoso.com', signal)).toMatchObject({
      zone: 'contoso.com',
      servers: [{ label: 'ns1.contoso.com', role: 'authoritative' }],
    });
    expect(await world.dns.zoneOf('alias.contoso.com', signal)).toMatchObject({ zone: 'contoso.com' });
    expect(await world.dns.zoneOf('contoso.com', signal)).toMatchObject({ zone: 'contoso.com' });
    expect(await world.dns.zoneOf('www.fabrikam.com', signal)).toBeUndefined();
    const reply = await world.dns.ask(at(world.authoritative), { name: 'new.contoso.com', type: 'A' }, signal);
    expect(reply).toMatchObject({ rcode: 'NXDOMAIN', soa: { zone: 'contoso.com', serial: 1, minimum: 60, ttl: 60 } });
  });

  it('looks names up as a client would', async () => {
    expect(await world.dns.lookup('alias.contoso.com', signal)).toEqual(['20.0.0.4']);
    expect(await world.dns.lookup('nothing.contoso.com', signal)).toEqual([]);
    expect(await world.dns.lookup('www.unknown.example', signal)).toEqual([]);
    expect(await world.dns.lookup('20.0.0.9', signal)).toEqual(['20.0.0.9']);
    expect(await createDnsClient().lookup('localhost', signal)).toContain('127.0.0.1');
  });
});

describe('servers by name', () => {
  const dns = createDnsClient({ system: () => ['192.0.2.1', '192.0.2.2:5353'], resolvers: ['system'] });
  it('knows system, addresses and ports, each server once', () => {
    expect(
      dns.resolvers(['system', '1.1.1.1', '127.0.0.1:5353', '[2001:db8::1]:53', '1.1.1.1:53']).map(({ label, address, port }) => [label, address, port]),
    ).toEqual([
      ['system (192.0.2.1)', '192.0.2.1', 53],
      ['system (192.0.2.2)', '192.0.2.2', 5353],
      ['1.1.1.1', '1.1.1.1', 53],
      ['127.0.0.1:5353', '127.0.0.1', 5353],
      ['[2001:db8::1]:53', '2001:db8::1', 53],
    ]);
    expect(dns.resolvers([])).toHaveLength(2);
  });
  it.each(['', 'one.one.one.one', '1.1.1.1:0', '1.1.1.1:70000', '1.1.1', '[1.1.1.1]:53'])('refuses %j', (name) => {
    expect(() => dns.resolvers([name])).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code: 'dns-resolver-invalid' }) }));
  });
});

describe('servers that misbehave', () => {
  const dns = createDnsClient();
  const ask = (port: number, stop = signal) => dns.ask(at({ address: '127.0.0.1', port }), { name: 'www.contoso.com', type: 'A' }, stop);

  it('knows a closed port at once', async () => {
    const server = await startAuthoritative({ zones: () => [] });
    await server[Symbol.asyncDispose]();
    await expect(ask(server.port)).rejects.toMatchObject({ problem: { code: 'dns-unreachable' } });
  });

  it('stops when it is told to', async () => {
    await using silent = await hostile(() => []);
    const stop = new AbortController();
    const asking = ask(silent.port, stop.signal);
    await silent.asked;
    stop.abort(new Error('enough'));
    await expect(asking).rejects.toThrow('enough');
  });

  it('listens past forged answers to the true one', async () => {
    await using server = await hostile((query) => [
      answer(query, '6.6.6.6', { id: (query.id ?? 0) ^ 1 }),
      answer(query, '6.6.6.6', { questions: [{ name: 'www.evil.com', type: 'A', class: 'IN' }] }),
      Buffer.from([1, 2, 3]),
      answer(query, '20.0.0.4'),
    ]);
    expect((await ask(server.port)).answers.map(({ data }) => data)).toEqual(['20.0.0.4']);
  });

  it('makes a problem of an answer that cannot be read, after a second try', async () => {
    await using server = await hostile((query) => {
      const bytes = answer(query, '20.0.0.4');
      return [bytes.subarray(0, bytes.length - 3)];
    });
    await expect(ask(server.port)).rejects.toMatchObject({ problem: { code: 'dns-unreachable' } });
    expect(server.count()).toBe(2);
  });

  it('does without EDNS where it is not known', async () => {
    await using server = await hostile((query) => [query.additionals?.length ? answer(query, '', { flags: 1, answers: [] }) : answer(query, '20.0.0.4')]);
    expect((await ask(server.port)).answers).toHaveLength(1);
  });

  it('ends where a server is truncated over UDP and closed over TCP', async () => {
    await using server = await hostile((query) => [answer(query, '20.0.0.4', { flags: 0x200 })]);
    await expect(ask(server.port)).rejects.toMatchObject({ problem: { code: 'dns-unreachable' } });
  });
});

type Packet = Parameters<typeof encode>[0];

function answer(query: Packet, data: string, over: Packet = {}): Buffer {
  const questions = query.questions ?? [];
  return encode({
    type: 'response',
    ...(query.id === undefined ? {} : { id: query.id }),
    questions,
    answers: [{ name: 'www.contoso.com', type: 'A', data, ttl: 1, class: 'IN' }],
    ...over,
  });
}

async function hostile(replies: (query: Packet) => readonly Buffer[]) {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const first = Promise.withResolvers<void>();
  let count = 0;
  socket.on('message', (bytes, from) => {
    count += 1;
    first.resolve();
    for (const reply of replies(decode(bytes))) socket.send(reply, from.port, from.address);
  });
  return { port: socket.address().port, asked: first.promise, count: () => count, [Symbol.asyncDispose]: async () => void socket.close() };
}

async function plainUdp(port: number, name: string): Promise<Buffer> {
  const socket = createSocket('udp4');
  socket.send(encode({ type: 'query', id: 1, questions: [{ name, type: 'A' }] }), port, '127.0.0.1');
  const [bytes] = await once(socket, 'message');
  socket.close();
  return bytes;
}
