import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../src/core/contracts/index.ts';
import { applyChanges } from '../../../src/core/engine/apply-changes.ts';
import { openStore } from '../../../src/core/engine/store.ts';
import { madeRecords, takeBack } from '../../../src/core/engine/take-back.ts';
import practice from '../../../src/plugins/dns/practice/index.ts';
import { createFiles } from '../../../src/plugins/shared/local/index.ts';
import { a, contoso, dnsContext, dnsWorld } from '../../helpers/dns-world.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

async function collect(events: AsyncIterable<RunEvent>): Promise<RunEvent[]> {
  const all: RunEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

describe('taking DNS records back', () => {
  async function made(before = a('www.contoso.com', '20.0.0.66')) {
    const world = await dnsWorld([contoso(before)]);
    const context = { ...dnsContext(world), env: { ...dnsContext(world).env, defaults: {} } };
    const kept = openStore({ files: createFiles(), folder: await tempFolder() }).record(context.env, {});
    for (const data of ['20.0.0.4', '20.0.0.5']) {
      const changes = await practice.plan([a('www.contoso.com', data)], context);
      await collect(applyChanges(changes, { context, journal: await kept.journal(), wait: true, deadline: undefined }));
    }
    return { world, context, kept };
  }

  it('knows from the journal what was made last and what stood there first, and puts that back', async () => {
    const { world, context, kept } = await made();
    await using _world = world;
    const records = madeRecords((await kept.journal()).entries());
    expect(records).toMatchObject([{ name: 'www.contoso.com', records: [{ data: '20.0.0.5' }], before: [{ data: '20.0.0.66' }] }]);
    const events = await collect(takeBack({ context, kept, dns: practice, made: records }));
    expect(events.at(-1)).toMatchObject({ type: 'outcome', status: 'done', changed: true });
    expect(world.zones[0]?.records.map(({ data }) => data)).toEqual(['20.0.0.66']);
    expect(madeRecords((await kept.journal()).entries())).toEqual([]);
  });

  it('leaves alone what somebody has changed since', async () => {
    const { world, context, kept } = await made();
    await using _world = world;
    await world.registrar.set([a('www.contoso.com', '20.0.0.99')], new AbortController().signal);
    const events = await collect(takeBack({ context, kept, dns: practice, made: madeRecords((await kept.journal()).entries()) }));
    expect(events.at(-1)).toMatchObject({ status: 'unchanged', changed: false });
    expect(world.zones[0]?.records.map(({ data }) => data)).toEqual(['20.0.0.99']);
  });
});
