import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DnsClient, DnsRecord, DnsRow, DnsServer, WaitEvent } from '../../../src/core/contracts/index.ts';
import { fail } from '../../../src/core/problems/problem-error.ts';
import { lookAtRecords, waitForRecords } from '../../../src/core/wait/propagation.ts';
import { startAuthoritative } from '../../../src/plugins/environments/sandbox/dns/authoritative.ts';
import { a, cname, contoso, type DnsWorld, dnsWorld } from '../../helpers/dns-world.ts';

const { signal } = new AbortController();
const wanted = [a('www.contoso.com', '20.0.0.4')];
const brief = (rows: readonly DnsRow[]) => rows.map(({ role, verdict, answer }) => `${role} ${verdict} ${answer}`.trim());
const second = 1000;

let world: DnsWorld;
beforeEach(async () => {
  world = await dnsWorld([contoso()]);
});
afterEach(async () => await world[Symbol.asyncDispose]());

const put = (...records: readonly DnsRecord[]) => {
  world.zones[0] = contoso(...records);
};
const look = () => lookAtRecords(world, wanted, [], signal);
const worldEnv = () => ({ env: world, records: wanted, resolvers: [], signal });

describe('lookAtRecords', () => {
  it('asks no resolver while the zone is not right, so that none remembers the absence', async () => {
    const { rows, verdict, authority } = await look();
    expect(brief(rows)).toEqual(['authoritative absent NXDOMAIN', 'resolver not-asked', 'resolver not-asked']);
    expect([verdict, authority]).toEqual(['wrong', 'wrong']);
    put(a('www.contoso.com', '20.0.0.4'));
    expect((await look()).verdict).toBe('right');
  });

  it('wants exactly these records', async () => {
    put(a('www.contoso.com', '20.0.0.4'), a('www.contoso.com', '20.0.0.66'));
    expect(brief((await look()).rows)[0]).toBe('authoritative wrong 20.0.0.4, 20.0.0.66');
    put(a('www.contoso.com', '20.0.0.66'));
    expect(brief((await look()).rows)[0]).toBe('authoritative wrong 20.0.0.66');
  });

  it('takes an alias that leads to the address, and no other', async () => {
    put(cname('www.contoso.com', 'lb.contoso.com'), a('lb.contoso.com', '20.0.0.4'));
    expect((await look()).verdict).toBe('right');
    put(cname('www.contoso.com', 'lb.contoso.com'));
    expect(brief((await look()).rows)[0]).toBe('authoritative wrong lb.contoso.com → NXDOMAIN');
    put(cname('www.contoso.com', 'loop.contoso.com'), cname('loop.contoso.com', 'www.contoso.com'));
    expect((await look()).verdict).toBe('wrong');
  });

  it('says until when a resolver has an old answer, and until when an absence', async () => {
    const [one, two] = world.dns.resolvers([]);
    if (one === undefined || two === undefined) throw new Error('two resolvers');
    await world.dns.ask(one, { name: 'www.contoso.com', type: 'A' }, signal);
    put(a('www.contoso.com', '20.0.0.66', 500));
    await world.dns.ask(two, { name: 'www.contoso.com', type: 'A' }, signal);
    put(...wanted);
    await world.clock.sleep(20 * second, signal);
    const { rows, verdict, authority } = await look();
    expect([authority, verdict]).toEqual(['right', 'wrong']);
    expect(rows.map(({ verdict: each, until }) => [each, until === undefined ? undefined : (until - world.clock.now()) / second])).toEqual([
      ['right', undefined],
      ['absence-remembered', 40],
      ['old', 480],
    ]);
  });

  it('does not wait for resolvers that cannot tell', async () => {
    put(...wanted);
    world.faults.resolver.add('www.contoso.com');
    const { rows, verdict } = await look();
    expect(brief(rows)).toEqual(['authoritative right 20.0.0.4', 'resolver cannot-tell SERVFAIL', 'resolver cannot-tell SERVFAIL']);
    expect(verdict).toBe('right');
  });

  it('cannot tell where the zone only fails, and asks nobody else then', async () => {
    put(...wanted);
    world.faults.authoritative.add('www.contoso.com');
    const { rows, verdict } = await look();
    expect(brief(rows)).toEqual(['authoritative cannot-tell SERVFAIL', 'resolver not-asked', 'resolver not-asked']);
    expect(verdict).toBe('cannot-tell');
  });

  it('counts what every resolver shows where no authoritative server can be reached', async () => {
    put(...wanted);
    const blocked: DnsClient = {
      ...world.dns,
      ask: async (server, question, stop) =>
        server.role === 'authoritative'
          ? fail({ code: 'dns-unreachable', owner: 'service', message: 'closed', next: ['open it'] })
          : await world.dns.ask(server, question, stop),
    };
    const seen = await lookAtRecords({ ...world, dns: blocked }, wanted, [], signal);
    expect(brief(seen.rows)).toEqual(['authoritative unreachable', 'resolver right 20.0.0.4', 'resolver right 20.0.0.4']);
    expect([seen.authority, seen.verdict]).toEqual(['cannot-tell', 'right']);
  });

  it('asks every server of a zone, and one that lags makes it wrong', async () => {
    put(...wanted);
    await using lagging = await startAuthoritative({ zones: () => [contoso(a('www.contoso.com', '20.0.0.3'))] });
    const dns: DnsClient = {
      ...world.dns,
      zoneOf: async () => ({
        zone: 'contoso.com',
        servers: [world.authoritative, lagging].map(({ address, port }, at): DnsServer => ({ label: `ns${at + 1}`, address, port, role: 'authoritative' })),
      }),
    };
    const seen = await lookAtRecords({ ...world, dns }, wanted, [], signal);
    expect(brief(seen.rows).slice(0, 2)).toEqual(['authoritative right 20.0.0.4', 'authoritative wrong 20.0.0.3']);
    expect(seen.verdict).toBe('wrong');
  });
});

describe('waitForRecords', () => {
  async function collect(waiting: ReturnType<typeof waitForRecords>, onEvent: (event: WaitEvent) => void = () => {}) {
    const events: WaitEvent[] = [];
    for (;;) {
      const next = await waiting.next();
      if (next.done === true) return { events, ...next.value };
      events.push(next.value);
      onEvent(next.value);
    }
  }

  it('notices the change of the zone within 5 s, then waits for the caches as long as they need', async () => {
    const start = world.clock.now();
    const [one] = world.dns.resolvers([]);
    if (one === undefined) throw new Error('a resolver');
    await world.dns.ask(one, { name: 'www.contoso.com', type: 'A' }, signal); // somebody looked too early: 60 s of absence
    let changedAt = 0;
    const { events, right, rows } = await collect(waitForRecords(worldEnv()), ({ attempt }) => {
      if (attempt !== 3 || changedAt > 0) return;
      changedAt = world.clock.now();
      put(...wanted);
    });
    const noticed = events.find(({ rows: table = [] }) => table[0]?.verdict === 'right');
    expect(noticed?.attempt).toBe(4);
    expect((noticed?.nextAt ?? 0) - changedAt).toBeGreaterThan(0);
    expect(right).toBe(true);
    expect(rows.every(({ verdict }) => verdict === 'right')).toBe(true);
    expect(world.clock.now() - start).toBeGreaterThanOrEqual(60 * second);
    expect(world.clock.now() - start).toBeLessThanOrEqual(63 * second);
    const looks = events.map(({ nextAt }) => nextAt);
    expect(Math.min(...looks.slice(1, -1).map((at, n) => at - (looks[n] ?? 0)))).toBeGreaterThanOrEqual(2 * second);
    expect(events.at(-1)?.rows).toEqual(rows);
  });

  it('ends at the deadline with what it saw', async () => {
    const deadline = world.clock.now() + 60 * second;
    const { right, rows, events } = await collect(waitForRecords({ ...worldEnv(), deadline }));
    expect(right).toBe(false);
    expect(world.clock.now()).toBe(deadline);
    expect(rows[0]?.verdict).toBe('absent');
    expect(events.every((event) => event.deadline === deadline && event.id === 'dns:A/www.contoso.com')).toBe(true);
  });

  it('looks once where there is no time, and says so', async () => {
    put(...wanted);
    const { right, events } = await collect(waitForRecords({ ...worldEnv(), deadline: world.clock.now() }));
    expect(right).toBe(true);
    expect(events).toHaveLength(1);
  });

  it('ends when it is told to', async () => {
    const stop = new AbortController();
    const waiting = waitForRecords({ ...worldEnv(), signal: stop.signal });
    await waiting.next();
    stop.abort(new Error('enough'));
    await expect(waiting.next()).rejects.toThrow('enough');
  });
});

describe('one server for a zone and the zone above', () => {
  const above = () => contoso();
  const below = (...records: readonly DnsRecord[]) => ({ ...contoso(...records), zone: 'ml.contoso.com' });
  const name = a('www.ml.contoso.com', '20.0.0.4');

  it('is not lame where an alias leads to nothing in the zone above', async () => {
    world.zones.splice(0, 1, above(), below(cname('www.ml.contoso.com', 'gone.contoso.com')));
    expect(brief((await lookAtRecords(world, [name], [], signal)).rows)[0]).toBe('authoritative wrong gone.contoso.com → NXDOMAIN');
  });

  it('is lame where it speaks for the zone above alone', async () => {
    world.zones.splice(0, 1, above());
    const servers = [{ label: 'ns1', ...world.authoritative, role: 'authoritative' as const }];
    const zoneOf = async () => ({ zone: 'ml.contoso.com', servers });
    const look = await lookAtRecords(world, [name], [], signal, { zoneOf });
    expect(brief(look.rows)[0]).toBe('authoritative lame LAME');
    expect(look.authority).toBe('cannot-tell');
  });
});
