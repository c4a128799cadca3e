import { describe, expect, it } from 'vitest';
import type { DnsServer } from '../../../src/core/contracts/index.ts';
import { diagnoseName } from '../../../src/core/dns/diagnose.ts';
import { createDnsClient } from '../../../src/plugins/shared/dns/index.ts';
import { systemClock } from '../../../src/plugins/shared/local/index.ts';
import { DNS_MS } from '../../../src/ui/commands/check/check-profile.ts';
import { timeForTurns } from '../../../src/ui/commands/check/time-limit.ts';
import { mostInASecond, startCountingServers } from '../../helpers/counting-servers.ts';
import { a, contoso } from '../../helpers/dns-world.ts';

const NAMES = 200;
const SERVERS = 6;
const MOST_PER_SECOND = 20;
const { signal } = new AbortController();

describe('many names at once', () => {
  it(`asks each of ${SERVERS} servers at most ${MOST_PER_SECOND} times a second about ${NAMES} names, with few sockets open`, { timeout: 60_000 }, async () => {
    const names = Array.from({ length: NAMES }, (_, n) => `n${n}.contoso.com`);
    await using counting = await startCountingServers(contoso(...names.map((name) => a(name, '20.0.0.4'))), SERVERS);
    const servers = counting.ports.map((port, n): DnsServer => ({ label: `ns${n}`, address: '127.0.0.1', port, role: 'authoritative' }));
    const dns = { ...createDnsClient(), zoneOf: async () => ({ zone: 'contoso.com', servers }), resolvers: () => [] };
    let sockets = 0;
    const watching = setInterval(() => {
      sockets = Math.max(sockets, process.getActiveResourcesInfo().filter((kind) => /UDP/i.test(kind)).length);
    }, 20);
    const began = performance.now();
    const diagnoses = await Promise.all(
      names.map((name) => diagnoseName({ env: { dns, clock: systemClock }, name, records: [a(name, '20.0.0.4')], resolvers: [], signal })),
    );
    clearInterval(watching);
    const took = performance.now() - began;
    // None of them is given up by `check --all` while it waits for its turns.
    expect(took).toBeLessThan(DNS_MS + timeForTurns(NAMES));
    expect(diagnoses.filter(({ facts }) => facts.look.authority !== 'right')).toEqual([]);
    for (const times of await counting.times()) {
      expect(times.length).toBeGreaterThanOrEqual(NAMES);
      expect(mostInASecond(times)).toBeLessThanOrEqual(MOST_PER_SECOND);
    }
    expect(sockets).toBeLessThanOrEqual(64);
  });
});
