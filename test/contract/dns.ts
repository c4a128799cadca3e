import { describe, expect, it } from 'vitest';
import type { Change, ChangeEvent, Context, DnsPlugin, DnsRecord, Json } from '../../src/core/contracts/index.ts';

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
export function dnsContract(plugin: DnsPlugin, open: () => Promise<DnsSubject>): void {
  describe(`DNS plugin ${plugin.id}`, () => {
    it('is what it says it is', async () => {
      await using subject = await open();
      expect(plugin).toMatchObject({ api: 1, kind: 'dns', id: expect.stringMatching(/^[a-z][a-z0-9-]*$/) });
      expect(plugin.questions.every(({ key }) => key.startsWith('dns.'))).toBe(true);
      expect(await plugin.ready?.(subject.context)).toBeUndefined();
    });

    it('changes nothing by planning, and plans the same twice', async () => {
      await using subject = await open();
      const before = await subject.records();
      const [first, second] = [await plugin.plan(subject.wanted, subject.context), await plugin.plan(subject.wanted, subject.context)];
      expect(await subject.records()).toEqual(before);
      expect(first.map(shape)).toEqual(second.map(shape));
      expect(first.map(({ step, effect }) => [step, effect === 'none'])).toEqual(first.map(() => ['dns', false]));
      expect(first.every(({ after }) => after !== undefined)).toBe(true);
    });

    it('does what it announced and nothing else, and then has nothing to do', async () => {
      await using subject = await open();
      const before = await subject.records();
      const changes = await plugin.plan(subject.wanted, subject.context);
      for (const change of changes) await applied(change, subject);
      const after = await subject.records();
      for (const record of subject.wanted) expect(after).toContainEqual(expect.objectContaining({ name: record.name, type: record.type, data: record.data }));
      const ours = (record: DnsRecord) => subject.wanted.some(({ name }) => name === record.name);
      expect(after.filter((record) => !ours(record))).toEqual(before.filter((record) => !ours(record)));
      const again = await plugin.plan(subject.wanted, subject.context);
      expect(again.map(({ effect, why }) => [effect, why === undefined])).toEqual(again.map(() => ['none', false]));
      for (const change of again) await applied(change, subject);
      expect(await subject.records()).toEqual(after);
    });

    it('gives receipts that a journal can keep', async () => {
      await using subject = await open();
      for (const change of await plugin.plan(subject.wanted, subject.context)) {
        const { receipt } = await applied(change, subject);
        expect(JSON.parse(JSON.stringify(receipt))).toEqual(receipt);
      }
    });

    it('leaves the waiting to the engine', async () => {
      await using subject = await open();
      for (const change of await plugin.plan(subject.wanted, subject.context)) {
        const { events } = await applied(change, subject);
        expect(events.filter(({ type }) => type === 'wait')).toEqual([]);
        if (change.effect === 'by-hand') expect(events).toContainEqual(expect.objectContaining({ type: 'instruct', records: subject.wanted }));
      }
    });
  });
}

function shape({ id, effect, before, after }: Change) {
  return { id, effect, before, after };
}

async function applied(change: Change, subject: DnsSubject): Promise<{ events: ChangeEvent[]; receipt: Json }> {
  const events: ChangeEvent[] = [];
  const running = change.apply(subject.context);
  for (;;) {
    const next = await running.next();
    if (next.done === true) {
      if (change.effect === 'by-hand') await subject.byHand?.(subject.wanted);
      return { events, receipt: next.value };
    }
    events.push(next.value);
  }
}
