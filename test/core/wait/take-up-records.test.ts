import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listOpenWaits } from '../../../src/core/wait/open-wait.ts';
import { AKS, renewalWorld } from '../../helpers/renewal-world.ts';

it('goes on with the wait for records that another run left, one process at a time, and closes it', async () => {
  await using world = await renewalWorld();
  const answers = { ...AKS, ...(await world.place(await world.bundle('www.contoso.com'))), 'dns.plugin': 'manual' };
  expect((await world.replay(answers)).outcome).toMatchObject({ status: 'failed', exitCode: 3, problem: { code: 'dns-not-yet' } });
  const state = world.env.stateFolder ?? join(world.folder, 'store');
  const [open] = await listOpenWaits(world.env.files, state);
  expect(open).toMatchObject({ kind: 'dns', profile: 'contoso', subject: 'www.contoso.com', records: [{ name: 'www.contoso.com', type: 'A' }] });

  {
    await using _held = await (await world.parts(answers)).kept.waits.lock('dns');
    expect((await world.play(await world.watchDns(answers))).outcome).toMatchObject({ status: 'failed', problem: { code: 'locked' } });
  }
  await world.sandbox.records([{ zone: 'contoso.com', name: 'www', type: 'A', data: open?.records[0]?.data ?? '', ttl: 30 }]);
  const { events, outcome } = await world.play(await world.watchDns(answers));
  expect(outcome).toMatchObject({ status: 'done', exitCode: 0, changed: false });
  expect(events.find(({ type }) => type === 'wait')).toMatchObject({ startedAt: open?.startedAt, resume: 'amltls watch dns contoso --env sandbox' });
  expect(await listOpenWaits(world.env.files, state)).toEqual([]);
  expect((await world.replay(answers)).outcome).toMatchObject({ status: 'unchanged', exitCode: 0 });
});
