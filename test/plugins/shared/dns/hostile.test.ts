import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { decode, encode } from 'dns-packet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DnsServer } from '../../../../src/core/contracts/index.ts';
import { ProblemError } from '../../../../src/core/problems/problem-error.ts';
import { lookAtRecords } from '../../../../src/core/wait/propagation.ts';
import { createDnsClient } from '../../../../src/plugins/shared/dns/index.ts';
import { systemClock } from '../../../../src/plugins/shared/local/index.ts';
import { a } from '../../../helpers/dns-world.ts';

type Packet = ReturnType<typeof decode>;
type Bytes = Buffer | undefined;

/** The name that is asked for says what is wrong with the answer. */
const UDP: Readonly<Record<string, (query: Packet) => readonly Bytes[]>> = {
  silent: () => [],
  flood: (query) => Array.from({ length: 200 }, (_, n) => reply(query, { id: ((query.id ?? 0) + n + 1) & 0xffff })),
  empty: () => [Buffer.alloc(0)],
  header: (query) => [reply(query).subarray(0, 12)],
  cut: (query) => [reply(query).subarray(0, -5)],
  pointer: (query) => [withName(query, Buffer.from([0xc0, 0x0c + wireLength(query)]))],
  forward: (query) => [withName(query, Buffer.from([0xff, 0xff]))],
  counted: (query) => [counted(reply(query), 0xffff)],
  longlabel: (query) => [withName(query, Buffer.concat([Buffer.from([0x7f]), Buffer.alloc(0x7f, 97), Buffer.from([0])]))],
  circle: (query) => [reply(query, { answers: [alias('circle.evil.test', 'round.evil.test'), alias('round.evil.test', 'circle.evil.test')] })],
  itself: (query) => [reply(query, { answers: [alias('itself.evil.test', 'itself.evil.test')] })],
  chain: (query) => [
    reply(query, { answers: Array.from({ length: 15 }, (_, n) => alias(n === 0 ? 'chain.evil.test' : `c${n}.evil.test`, `c${n + 1}.evil.test`)) }),
  ],
  truncated: (query) => [reply(query, { flags: 0x200, answers: [] })],
  drip: (query) => [reply(query, { flags: 0x200, answers: [] })],
  oversized: (query) => [reply(query, { flags: 0x200, answers: [] })],
  lying: (query) => [reply(query, { flags: 0x200, answers: [] })],
  formerr: (query) => [reply(query, { flags: 1, answers: [] })],
  update: (query) => [reply(query, { flags: 5 << 11 })],
};

const TCP: Readonly<Record<string, (query: Packet, socket: Socket) => void>> = {
  truncated: (query, socket) => void socket.end(framed(reply(query, { flags: 0x200, answers: [] }))),
  drip(query, socket) {
    const bytes = framed(reply(query));
    let at = 0;
    const timer = setInterval(() => (socket.destroyed || at >= bytes.length ? clearInterval(timer) : socket.write(bytes.subarray(at, ++at))), 400);
  },
  oversized(_, socket) {
    socket.write(Buffer.from([0xff, 0xff]));
    socket.write(Buffer.alloc(0xffff, 0xc0));
    socket.write(Buffer.alloc(4_000_000));
  },
  lying: (query, socket) => void socket.end(Buffer.concat([Buffer.from([0xff, 0x00]), reply(query)])),
};

const { signal } = new AbortController();
const LONGEST_MS = 9_000;

describe('a hostile server', () => {
  let server: DnsServer;
  let close: () => void;
  beforeAll(async () => {
    const tcp = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.once('data', (bytes) => {
        const query = decode(bytes.subarray(2));
        TCP[kindOf(query)]?.(query, socket);
      });
    }).listen(0, '127.0.0.1');
    await once(tcp, 'listening');
    const { port } = tcp.address() as { port: number };
    const udp = createSocket('udp4').bind(port, '127.0.0.1');
    await once(udp, 'listening');
    udp.on('message', (bytes, from) => {
      const query = decode(bytes);
      for (const answer of UDP[kindOf(query)]?.(query) ?? []) if (answer !== undefined) udp.send(answer, from.port, from.address);
    });
    server = { label: 'evil', address: '127.0.0.1', port, role: 'authoritative' };
    close = () => {
      udp.close();
      tcp.close();
    };
  });
  afterAll(() => close());

  it('gets a Problem or an answer, in bounded time, whatever it sends', async () => {
    const dns = createDnsClient();
    const began = performance.now();
    const ends = await Promise.all(
      Object.keys(UDP).map(async (kind) => {
        const end = await dns.ask(server, { name: `${kind}.evil.test`, type: 'A' }, signal).catch((error: unknown) => error);
        return { kind, end, took: performance.now() - began };
      }),
    );
    for (const { kind, end, took } of ends) {
      expect([kind, end instanceof ProblemError || !(end instanceof Error)]).toEqual([kind, true]);
      expect(took).toBeLessThan(LONGEST_MS);
    }
    const answered = ends.filter(({ end }) => !(end instanceof Error)).map(({ kind }) => kind);
    expect(answered.toSorted()).toEqual(['chain', 'circle', 'formerr', 'itself']);
  });

  it.each(['circle', 'itself', 'chain'])('aliases in a %s are no answer and no loop', async (kind) => {
    const dns = { ...createDnsClient(), zoneOf: async () => ({ zone: 'evil.test', servers: [server] }), resolvers: () => [] };
    const look = await lookAtRecords({ dns, clock: systemClock }, [a(`${kind}.evil.test`, '20.0.0.4')], [], signal);
    expect(look.authority).not.toBe('right');
    expect(look.rows[0]?.verdict).toBe('wrong');
  });
});

const kindOf = (query: Packet) => query.questions?.[0]?.name.split('.')[0]?.toLowerCase() ?? '';
const alias = (name: string, data: string) => ({ name, type: 'CNAME', class: 'IN', ttl: 60, data }) as const;

function reply(query: Packet, over: Partial<Parameters<typeof encode>[0]> = {}): Buffer {
  const questions = query.questions ?? [];
  const answers = [{ name: questions[0]?.name ?? '', type: 'A', class: 'IN', ttl: 60, data: '6.6.6.6' }] as const;
  return encode({ type: 'response', ...(query.id === undefined ? {} : { id: query.id }), flags: 0x400, questions, answers: [...answers], ...over });
}

const wireLength = (query: Packet) => (query.questions?.[0]?.name.length ?? 0) + 2 + 4;

/** The answer's name replaced by these bytes. */
function withName(query: Packet, name: Buffer): Buffer {
  const head = counted(reply(query, { answers: [] }), 1);
  return Buffer.concat([head, name, Buffer.from([0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 6, 6, 6, 6])]);
}

function counted(bytes: Buffer, answers: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt16BE(answers, 6);
  return copy;
}

function framed(bytes: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
