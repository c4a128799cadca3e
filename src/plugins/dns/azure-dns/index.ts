import { type Context, type DnsRecord, definePlugin } from '../../../core/contracts/index.ts';
import { say } from '../../../core/text/say.ts';
import { recordSets } from '../../../core/wait/propagation/record-set.ts';
import { textAnswer } from '../../shared/web-service/fields.ts';
import { changeFor, stateOf } from './change.ts';
import { openDnsManagement } from './client.ts';
import { questions } from './questions.ts';
import { problemOf } from './record-sets.ts';
import { undoSet } from './undo.ts';
import { type HeldZone, listZones, zoneFor } from './zones.ts';

/** Writes into the public zones of a subscription; what others change at the same time is never lost. */
export default definePlugin({
  api: 1,
  kind: 'dns',
  id: 'azure-dns',
  title: 'Azure DNS',
  summary: say('Sets the record in a zone of your subscription by itself.', 'サブスクリプション内の DNS ゾーンにレコードを自動的に設定します。'),
  questions,
  async plan(records, context) {
    const client = await clientFor(context);
    const zones = await zonesOf(client, records);
    return await Promise.all(
      recordSets(records).map(async (set) => {
        const zone = await zoneFor(set.name, zones, context);
        return changeFor(await stateOf(set, { client, zone, name: set.name, type: set.type }));
      }),
    );
  },
  async undo(records, context, before = []) {
    const client = await clientFor(context);
    const zones = await zonesOf(client, records);
    const changes = await Promise.all(
      recordSets(records).map(async (set) => {
        const zone = await zoneFor(set.name, zones, context);
        return await undoSet(set, { client, zone, name: set.name, type: set.type }, before);
      }),
    );
    return changes.flat();
  },
});

async function clientFor({ env, answers, signal }: Context) {
  const subscription = textAnswer(answers, 'dns.subscriptionId') ?? textAnswer(answers, 'azure.subscriptionId') ?? env.defaults['azure.subscriptionId'];
  return await openDnsManagement(env.arm, env.cloud.armEndpoint, String(subscription ?? ''), signal);
}

async function zonesOf(client: Awaited<ReturnType<typeof clientFor>>, records: readonly DnsRecord[]): Promise<readonly HeldZone[]> {
  try {
    return await listZones(client);
  } catch (error) {
    const [first] = records;
    throw problemOf(error, say('Listing the DNS zones', 'DNS ゾーンの一覧の取得'), first?.name ?? '', first?.type ?? 'A');
  }
}
