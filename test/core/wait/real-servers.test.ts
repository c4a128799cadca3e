import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChangeEvent, DnsClient, WaitEvent } from '../../../src/core/contracts/index.ts';
import { waitWithCauses } from '../../../src/core/dns/waiting-with-causes.ts';
import { waitForRecords } from '../../../src/core/wait/propagation.ts';
import { a } from '../../helpers/dns-world.ts';
import { type Internet, startInternet } from '../../helpers/real-dns/internet.ts';
import { nsupdate } from '../../helpers/real-dns/nsupdate.ts';

const TTL_S = 12;
const { signal } = new AbortController();

let internet: Internet;
beforeAll(async () => {
  internet = await startInternet(
    [
      { zone: 'live.test', text: `www ${TTL_S} A 20.0.0.66` },
      { zone: 'split.test', text: 'www A 20.0.0.4' },
      { zone: 'internal.test', text: '' },
    ],
    { inside: ['www.split.test. 60 IN A 10.0.0.5', 'www.internal.test. 60 IN A 10.1.2.3'] },
  );
});
afterAll(async () => await internet[Symbol.asyncDispose]());

describe('a wait on real servers', () => {
  it('notices a change within 5 s, asks a server at most every 2 s, and says to 2 s when the cache will follow', async () => {
    const asked: number[] = [];
    const dns: DnsClient = {
      ...internet.env.dns,
      async ask(server, question, stop) {
        if (server.role === 'authoritative' && question.type === 'A' && question.name === 'www.live.test') asked.push(Date.now());
        return await internet.env.dns.ask(server, question, stop);
      },
    };
    const events: { readonly at: number; readonly event: ChangeEvent }[] = [];
    await internet.askResolver('www.live.test');
    const wait = waitWithCauses({ env: { ...internet.env, dns }, records: [a('www.live.test', '20.0.0.4')], resolvers: [], signal });
    let changing: Promise<number> | undefined;
    for await (const event of wait) {
      events.push({ at: Date.now(), event });
      changing ??= nsupdate(internet.ports.one, 'live.test', 'update delete www.live.test A', `update add www.live.test ${TTL_S} A 20.0.0.4`).then(() =>
        Date.now(),
      );
    }
    const changed = (await changing) ?? 0;
    const waits = events.flatMap(({ at, event }) => (event.type === 'wait' ? [{ at, event }] : []));
    const right = (event: WaitEvent) => event.rows?.find(({ role }) => role === 'authoritative')?.verdict === 'right';
    const noticed = waits.find(({ event }) => right(event));
    expect((noticed?.at ?? Number.POSITIVE_INFINITY) - changed).toBeLessThan(5_000);
    expect(Math.min(...asked.slice(1).map((at, n) => at - (asked[n] ?? 0)))).toBeGreaterThanOrEqual(1_990);
    const told = waits.find(({ event }) => event.eta !== undefined);
    expect(told?.event.rows?.find(({ role }) => role === 'resolver')?.verdict).toBe('old');
    const end = waits.at(-1);
    expect(end?.event.over).toBeDefined();
    expect(Math.abs((end?.at ?? 0) - (told?.event.eta ?? 0))).toBeLessThan(2_000);
    expect(events.flatMap(({ event }) => (event.type === 'finding' ? [event.finding.code] : []))).toEqual([]);
  });
});

describe('a network with a truth of its own', () => {
  const lastOf = async (name: string, data: string, deadline?: number): Promise<WaitEvent | undefined> => {
    const waits: WaitEvent[] = [];
    const wait = { env: internet.env, records: [a(name, data)], resolvers: [], signal, ...(deadline === undefined ? {} : { deadline }) };
    for await (const event of waitForRecords(wait)) waits.push(event);
    return waits.at(-1);
  };

  it('is shown inside and outside at once: its own resolver does not forget what it holds itself', async () => {
    const event = await lastOf('www.split.test', '20.0.0.4', Date.now());
    expect(event?.split).toEqual({ inside: ['10.0.0.5'], outside: ['20.0.0.4'] });
    expect(event?.rows).toMatchObject([
      { role: 'authoritative', view: 'outside', verdict: 'right' },
      { role: 'resolver', view: 'inside', verdict: 'wrong', answer: '10.0.0.5' },
    ]);
    expect(event?.rows?.[1]).not.toHaveProperty('until');
    expect(event).not.toHaveProperty('eta');
  });

  it('is right inside for an internal load balancer, and needs nothing outside', async () => {
    const event = await lastOf('www.internal.test', '10.1.2.3');
    expect(event?.over).toBeDefined();
    expect(event?.split).toEqual({ inside: ['10.1.2.3'], outside: ['NXDOMAIN'] });
    expect(event?.rows).toMatchObject([
      { view: 'outside', verdict: 'not-needed' },
      { view: 'inside', verdict: 'right' },
    ]);
  });
});
