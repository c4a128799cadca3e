import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChangeEvent, DnsClient, WaitEvent } from '../../../src/core/contracts/index.ts';
import { waitWithCauses } from '../../../src/core/dns/waiting-with-causes.ts';
import { a } from '../../helpers/dns-world.ts';
import { type Internet, startInternet } from '../../helpers/real-dns/internet.ts';
import { nsupdate } from '../../helpers/real-dns/nsupdate.ts';

const TTL_S = 12;
const { signal } = new AbortController();

let internet: Internet;
beforeAll(async () => {
  internet = await startInternet([{ zone: 'live.test', text: `www ${TTL_S} A 20.0.0.66` }]);
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
