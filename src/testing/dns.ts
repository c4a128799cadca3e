import assert from 'node:assert/strict';
import type { Context, DnsPlugin, DnsRecord } from '../core/contracts/index.ts';
import { isJson, isWhatItSays } from './claims.ts';
import { type Applied, runChange, shapeOf } from './run-change.ts';
import type { Runner } from './runner.ts';

export interface DnsSubject extends AsyncDisposable {
  /** A context in which the plugin is ready and `wanted` is not there yet. */
  readonly context: Context;
  readonly wanted: readonly DnsRecord[];
  /** Has somebody do what a by-hand change asks for; never called for plugins that write themselves. */
  byHand?(records: readonly DnsRecord[]): Promise<void>;
  /** All records there are now, in a stable order: what was not announced must not change. */
  records(): Promise<readonly DnsRecord[]>;
}

/** What every DNS plugin has to be. */
export function dnsContract({ describe, it }: Pick<Runner, 'describe' | 'it'>, plugin: DnsPlugin, open: () => Promise<DnsSubject>): void {
  const test = (name: string, check: (subject: DnsSubject) => Promise<void>) =>
    it(name, async () => {
      await using subject = await open();
      await check(subject);
    });
  describe(`DNS plugin ${plugin.id}`, () => {
    test('is what it says it is', async ({ context }) => {
      isWhatItSays(plugin, 'dns', 'dns');
      assert.equal(await plugin.ready?.(context), undefined);
    });
    test('changes nothing by planning, and plans the same twice', (subject) => planTwice(plugin, subject));
    test('does what it announced and nothing else, and then has nothing to do', (subject) => doOnce(plugin, subject));
    test('gives receipts that a journal can keep', async (subject) => {
      for (const { receipt } of await applyAll(plugin, subject)) isJson(receipt);
    });
    test('leaves the waiting to the engine', async (subject) => {
      for (const change of await plugin.plan(subject.wanted, subject.context)) {
        const { events } = await applied(change, subject);
        assert.ok(!events.some(({ type }) => type === 'wait'), 'a plugin never waits');
        if (change.effect !== 'by-hand') continue;
        const told = events.find((event) => event.type === 'instruct');
        assert.deepEqual(told?.records, subject.wanted, 'by-hand work is told with its records');
      }
    });
    if (plugin.undo !== undefined) test('takes away what it made and nothing else, however often it is asked', (subject) => takeBack(plugin, subject));
  });
}

async function planTwice(plugin: DnsPlugin, subject: DnsSubject): Promise<void> {
  const before = await subject.records();
  const [first, second] = [await plugin.plan(subject.wanted, subject.context), await plugin.plan(subject.wanted, subject.context)];
  assert.deepEqual(await subject.records(), before, 'planning changed something');
  assert.deepEqual(first.map(shapeOf), second.map(shapeOf), 'two plans differ');
  assert.ok(first.length > 0, 'nothing is planned although the records are not there');
  for (const { id, step, effect, after } of first) {
    assert.equal(step, 'dns', id);
    assert.notEqual(effect, 'none', `${id}: there is something to do`);
    assert.notEqual(after, undefined, `${id}: says what it will be after`);
  }
}

async function doOnce(plugin: DnsPlugin, subject: DnsSubject): Promise<void> {
  const ours = (record: DnsRecord) => subject.wanted.some(({ name }) => name === record.name);
  const before = await subject.records();
  await applyAll(plugin, subject);
  const after = await subject.records();
  for (const { name, type, data } of subject.wanted) {
    assert.ok(
      after.some((record) => record.name === name && record.type === type && record.data === data),
      `${name} ${type} ${data} is not there`,
    );
  }
  assert.deepEqual(
    after.filter((record) => !ours(record)),
    before.filter((record) => !ours(record)),
    'other records changed',
  );
  const again = await plugin.plan(subject.wanted, subject.context);
  for (const { id, effect, why } of again) {
    assert.equal(effect, 'none', `${id}: nothing is left to do`);
    assert.notEqual(why, undefined, `${id}: says why nothing is to be done`);
  }
  for (const change of again) await applied(change, subject);
  assert.deepEqual(await subject.records(), after, 'a change of effect none changed something');
}

async function takeBack(plugin: DnsPlugin, subject: DnsSubject): Promise<void> {
  const ours = ({ name, type, data }: DnsRecord) => subject.wanted.some((wanted) => wanted.name === name && wanted.type === type && wanted.data === data);
  const before = await subject.records();
  await applyAll(plugin, subject);
  for (let time = 1; time <= 2; time += 1) {
    for (const change of (await plugin.undo?.(subject.wanted, subject.context)) ?? []) await applied(change, subject);
    const after = await subject.records();
    assert.deepEqual(after.filter(ours), [], 'a record that was made is still there');
    const elsewhere = (record: DnsRecord) => !subject.wanted.some(({ name }) => name === record.name);
    assert.deepEqual(after.filter(elsewhere), before.filter(elsewhere), 'other records changed');
  }
}

async function applyAll(plugin: DnsPlugin, subject: DnsSubject): Promise<readonly Applied[]> {
  const all: Applied[] = [];
  for (const change of await plugin.plan(subject.wanted, subject.context)) all.push(await applied(change, subject));
  return all;
}

async function applied(change: Parameters<typeof runChange>[0], subject: DnsSubject): Promise<Applied> {
  const result = await runChange(change, subject.context);
  if (change.effect === 'by-hand') await subject.byHand?.(subject.wanted);
  return result;
}
