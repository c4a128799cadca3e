import { describe, expect, it } from 'vitest';
import type { DnsServer } from '../../../src/core/contracts/index.ts';
import { diagnoseName } from '../../../src/core/dns/diagnose.ts';
import { startAuthoritative } from '../../../src/plugins/environments/sandbox/dns/authoritative.ts';
import { createDnsClient } from '../../../src/plugins/shared/dns/index.ts';
import { systemClock } from '../../../src/plugins/shared/local/index.ts';
import { a, contoso } from '../../helpers/dns-world.ts';

const NAMES = 200;
const SERVERS = 6;
const MOST_PER_SECOND = 20;
const { signal } = new AbortController();

describe('many names at once', () => {
  it(`asks each of ${SERVERS} servers at most ${MOST_PER_SECOND} times a second about ${NAMES} names, with few sockets open`, { timeout: 60_000 }, async () => {
    const names = Array.from({ length: NAMES }, (_, n) => `n${n}.contoso.com`);
    const zone = contoso(...names.map((name) => a(name, '20.0.0.4')));
    const asked = new Map<number, number[]>();
    const started = await Promise.all(
      Array.from({ length: SERVERS }, (_, n) => {
        asked.set(n, []);
        return startAuthoritative({
          zones: () => [zone],
          faults() {
            asked.get(n)?.push(performance.now());
            return undefined;
          },
        });
      }),
    );
    const servers = started.map(({ address, port }, n): DnsServer => ({ label: `ns${n}`, address, port, role: 'authoritative' }));
    const dns = { ...createDnsClient(), zoneOf: async () => ({ zone: 'contoso.com', servers }), resolvers: () => [] };
    let sockets = 0;
    const watching = setInterval(() => {
      sockets = Math.max(sockets, process.getActiveResourcesInfo().filter((kind) => /UDP/i.test(kind)).length);
    }, 20);
    const diagnoses = await Promise.all(
      names.map((name) => diagnoseName({ env: { dns, clock: systemClock }, name, records: [a(name, '20.0.0.4')], resolvers: [], signal })),
    );
    clearInterval(watching);
    await Promise.all(started.map((server) => server[Symbol.asyncDispose]()));
    expect(diagnoses.filter(({ facts }) => facts.look.authority !== 'right')).toEqual([]);
    for (const times of asked.values()) {
      expect(times.length).toBeGreaterThanOrEqual(NAMES);
      // What leaves in time arrives bunched where client and servers share one busy process; on the whole the pace is kept.
      for (const [at, time] of times.entries()) if (at >= MOST_PER_SECOND) expect(time - (times[at - MOST_PER_SECOND] ?? 0)).toBeGreaterThan(700);
      expect((times.length - MOST_PER_SECOND) / (((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000)).toBeLessThanOrEqual(MOST_PER_SECOND);
    }
    expect(sockets).toBeLessThanOrEqual(64 + SERVERS);
  });
});
