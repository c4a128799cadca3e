import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Environment, Outcome, RunEvent } from '../../../src/core/contracts/index.ts';
import { type WatchedRecords, watchRecords } from '../../../src/core/wait/watch-records.ts';
import { a, contoso, type DnsWorld, dnsWorld } from '../../helpers/dns-world.ts';

const RECORD = a('www.contoso.com', '203.0.113.7');
let world: DnsWorld;
beforeAll(async () => {
  world = await dnsWorld([contoso()]);
});
afterAll(() => world[Symbol.asyncDispose]());

async function watch(more: Partial<WatchedRecords>, onEvent: (event: RunEvent, count: number) => unknown = () => undefined) {
  const { clock, dns } = world;
  // Only clock and DNS are looked at.
  const env = { clock, dns } as unknown as Environment;
  const running = watchRecords(
    { env, signal: new AbortController().signal },
    { records: [RECORD], resolvers: [], authoritative: [], deadline: clock.now() + 60_000, resume: 'amltls watch dns mine', ...more },
  );
  const events: RunEvent[] = [];
  for (;;) {
    const next = await running.next();
    if (next.done === true) return { events, outcome: next.value as Outcome };
    events.push(next.value);
    await onEvent(next.value, events.length);
  }
}

describe('watching records', () => {
  it('gives up when the time is up, and names the command that goes on', async () => {
    const { events, outcome } = await watch({});
    expect(outcome).toMatchObject({ status: 'failed', exitCode: 3, changed: false, problem: { code: 'dns-not-yet' } });
    expect(JSON.stringify(outcome.problem?.next)).toContain('amltls watch dns mine');
    expect(events.filter(({ type }) => type === 'wait').every((event) => 'resume' in event)).toBe(true);
  });

  it('can be left', async () => {
    const leaving = new AbortController();
    const { outcome } = await watch({ leave: leaving.signal }, (_event, count) => count === 3 && leaving.abort());
    expect(outcome).toMatchObject({ status: 'waiting', exitCode: 0, changed: false });
    expect(JSON.stringify(outcome.next)).toContain('amltls watch dns mine');
  });

  it('is done when every server shows them; servers that are named are asked instead of the zone’s', async () => {
    const server = { ...world.authoritative, label: 'mine', role: 'authoritative' as const };
    const { events, outcome } = await watch(
      { authoritative: [server], resolvers: [] },
      async (_event, count) => count === 2 && (await world.registrar.set([RECORD], new AbortController().signal)),
    );
    expect(outcome).toMatchObject({ status: 'done', exitCode: 0, changed: false });
    expect(events.findLast(({ type }) => type === 'wait')).toMatchObject({
      rows: [{ server: 'mine', verdict: 'right' }, { verdict: 'right' }, { verdict: 'right' }],
    });
  });
});
