import { type Change, code, definePlugin, type DnsRecord, say } from 'amltls/plugin';
import { openProvider, type Provider } from './provider.ts';

/** Writes the records that a web service needs. It never waits and never prints: amltls waits until the world sees the record. */
export default definePlugin({
  api: 1,
  kind: 'dns',
  id: '__ID__',
  title: '__ID__',
  summary: say('Writes the record by the API of the provider.', 'プロバイダーの API でレコードを作成します。'),
  questions: [
    {
      kind: 'text',
      key: 'dns.endpoint',
      label: say('Where is the API?', 'API の URL は何ですか?'),
      help: 'https://dns.example.com/v1',
    },
    {
      kind: 'text',
      key: 'dns.tokenVariable',
      label: say('Which variable holds the token?', 'トークンを保持する環境変数は何ですか?'),
      help: say('Its name only, beginning with AMLTLS_: the token itself is never stored.', 'AMLTLS_ で始まる変数名だけを指定します。トークン自体は保存しません。'),
    },
  ],
  async plan(records, context) {
    const provider = await openProvider(context);
    return await Promise.all(records.map((record) => changeFor(record, provider, context.signal)));
  },
});

async function changeFor(record: DnsRecord, provider: Provider, signal: AbortSignal): Promise<Change> {
  const before = await provider.get(record, signal);
  const words = `${record.name} ${record.type} ${record.data}`;
  const about = { id: `dns:${record.type}/${record.name}`, step: 'dns', title: say('Set {record}', '{record} を設定', { record: code(words) }) } as const;
  if (before.length === 1 && before[0]?.data === record.data) {
    return {
      ...about,
      effect: 'none',
      why: say('It is set already.', '既に設定されています。'),
      async *apply() {
        yield* [];
        return { data: record.data };
      },
    };
  }
  return {
    ...about,
    effect: before.length === 0 ? 'create' : 'update',
    before: before.map(({ data }) => data),
    after: [record.data],
    // The receipt is what the provider shows afterwards, not what it was asked for.
    async *apply(context) {
      yield { type: 'note', level: 'info', text: say('Writing {record}', '{record} を書き込みます', { record: code(words) }) };
      await provider.put(record, context.signal);
      return { data: (await provider.get(record, context.signal)).map(({ data }) => data) };
    },
  };
}
