import { describe, expect, it } from 'vitest';
import type { ChangeEvent, DnsRecord, Json, Message, Text } from '../../../src/core/contracts/index.ts';
import manual from '../../../src/plugins/dns/manual/index.ts';
import practice from '../../../src/plugins/dns/practice/index.ts';
import { a, cname, contoso, dnsContext, dnsWorld } from '../../helpers/dns-world.ts';

const wanted = [a('www.contoso.com', '20.0.0.4')];

async function run(applying: AsyncGenerator<ChangeEvent, Json, void>) {
  const events: ChangeEvent[] = [];
  for (;;) {
    const next = await applying.next();
    if (next.done === true) return { events, receipt: next.value };
    events.push(next.value);
  }
}

// English, as plain as can be: what a person reads.
function english(text: Text): string {
  if (typeof text === 'string') return text;
  const values: NonNullable<Message['with']> = text.with ?? {};
  return text.en.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (typeof value === 'number') return String(value);
    if (value === undefined) return '?';
    if (typeof value === 'string' || 'en' in value) return english(value);
    return 'value' in value ? value.value : 'code' in value ? value.code : '';
  });
}

async function instructed(records: readonly DnsRecord[], wish = wanted) {
  await using world = await dnsWorld([contoso(...records)]);
  const context = dnsContext(world);
  const [change] = await manual.plan(wish, context);
  if (change === undefined) throw new Error('one change');
  const { events } = await run(change.apply(context));
  return { change, text: events.flatMap((event) => (event.type === 'instruct' ? [english(event.text)] : [])).join('\n') };
}

describe('manual', () => {
  it('says exactly what to type, as the form wants it', async () => {
    const { change, text } = await instructed([]);
    expect(change).toMatchObject({
      id: 'dns:A/www.contoso.com',
      effect: 'by-hand',
      before: [],
      after: [{ name: 'www.contoso.com', type: 'A', data: '20.0.0.4', ttl: 300 }],
    });
    expect(text.split('\n')).toEqual([
      'In the zone contoso.com (name servers: ns1.contoso.com) set this record:',
      '  Type: A',
      '  Name: www (in full: www.contoso.com)',
      '  Value: 20.0.0.4',
      '  TTL: 300 (seconds)',
    ]);
  });

  it('writes the top of the zone as @', async () => {
    expect((await instructed([], [a('contoso.com', '20.0.0.4')])).text).toContain('Name: @ (in full: contoso.com)');
  });

  it('says what has to go first', async () => {
    expect((await instructed([cname('www.contoso.com', 'old.example')])).text).toContain('First delete www.contoso.com CNAME old.example');
    const { change, text } = await instructed([a('www.contoso.com', '20.0.0.66', 60)]);
    expect(text).toContain('It replaces www.contoso.com A 20.0.0.66.');
    expect(change.before).toEqual([{ name: 'www.contoso.com', type: 'A', data: '20.0.0.66', ttl: 60 }]);
  });

  it('says so where there is no zone', async () => {
    expect((await instructed([], [a('www.fabrikam.com', '20.0.0.4')])).text).toContain('No zone was found for www.fabrikam.com');
  });
});

describe('practice', () => {
  it('needs a registrar', async () => {
    await using world = await dnsWorld([contoso()]);
    const { env, ...rest } = dnsContext(world);
    const { registrar: _, ...without } = env;
    expect(await practice.ready?.({ env: without, ...rest })).toMatchObject({ code: 'practice-no-registrar', next: [expect.anything()] });
    await expect(practice.plan(wanted, { env: without, ...rest })).rejects.toMatchObject({ problem: { code: 'practice-no-registrar' } });
  });

  it.each([
    ['create', []],
    ['update', [a('www.contoso.com', '20.0.0.66')]],
  ] as const)('%s: the receipt is what the registrar holds', async (effect, records) => {
    await using world = await dnsWorld([contoso(...records)]);
    const context = dnsContext(world);
    const [change] = await practice.plan(wanted, context);
    expect(change?.effect).toBe(effect);
    if (change === undefined) return;
    const { receipt } = await run(change.apply(context));
    expect(receipt).toMatchObject({ records: [{ name: 'www.contoso.com', type: 'A', data: '20.0.0.4', ttl: 300 }], before: records });
    expect(world.zones[0]?.serial).toBeGreaterThan(1);
  });

  it('does not call it done where the registrar holds something else', async () => {
    await using world = await dnsWorld([contoso()]);
    const context = dnsContext(world, { ...world.registrar, set: async () => {} });
    const [change] = await practice.plan(wanted, context);
    if (change === undefined) throw new Error('one change');
    await expect(run(change.apply(context))).rejects.toMatchObject({ problem: { code: 'practice-not-held' } });
  });
});

describe('practice, taking back', () => {
  it('leaves what somebody else put beside it', async () => {
    const txt = (data: string): DnsRecord => ({ name: '_acme-challenge.contoso.com', type: 'TXT', data, ttl: 60 });
    await using world = await dnsWorld([contoso(txt('ours'), txt('theirs'))]);
    const context = dnsContext(world);
    for (const change of await practice.undo([txt('ours')], context)) await run(change.apply(context));
    expect(world.zones[0]?.records).toEqual([txt('theirs')]);
  });
});
