import { describe, expect, it } from 'vitest';
import { createDnsClient } from '../../../../src/plugins/shared/dns/index.ts';
import { mostInASecond, startCountingServers } from '../../../helpers/counting-servers.ts';
import { contoso } from '../../../helpers/dns-world.ts';

const QUESTIONS = 60;
const MOST_PER_SECOND = 20;
const { signal } = new AbortController();

function block(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

describe('a process that is busy', () => {
  it(`never lets a server count more than ${MOST_PER_SECOND} questions in a second`, { timeout: 30_000 }, async () => {
    await using counting = await startCountingServers(contoso());
    const dns = createDnsClient();
    const at = { label: 'it', address: '127.0.0.1', port: counting.ports[0] ?? 0, role: 'authoritative' } as const;
    const busy = setInterval(() => block(100 + Math.random() * 900), 1_100);
    const replies = await Promise.all(Array.from({ length: QUESTIONS }, (_, n) => dns.ask(at, { name: `n${n}.contoso.com`, type: 'A' }, signal)));
    clearInterval(busy);
    expect(replies.every(({ rcode }) => rcode === 'NXDOMAIN')).toBe(true);
    const [times = []] = await counting.times();
    expect(times).toHaveLength(QUESTIONS); // what was answered in time is not asked again
    expect(mostInASecond(times)).toBeLessThanOrEqual(MOST_PER_SECOND);
  });
});
