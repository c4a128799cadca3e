import type { DnsRecord, Text } from '../../../core/contracts/index.ts';
import { hostPart } from '../../../core/domain/dns-name.ts';
import { lines } from '../../../core/text/join.ts';
import { code, say, value } from '../../../core/text/say.ts';
import type { RecordState } from '../../shared/dns/record-states.ts';
import { recordLine } from '../../shared/dns/record-words.ts';

const USUAL_TTL_S = 300;

/** What to type into the form of whoever hosts the zone, field by field. */
export function instruction({ set, zone, before = [] }: RecordState): Text {
  return lines([
    where(set.name, zone),
    ...before.map((record) => removal(record, set.type)).filter((text) => text !== undefined),
    ...set.records.flatMap((record) => fields(record, zone?.zone)),
  ]);
}

function where(name: string, zone: RecordState['zone']): Text {
  if (zone === undefined) {
    return say(
      'No zone was found for {name}: register the domain or create the zone first, then add this record to it:',
      '{name} のゾーンが見つかりませんでした。先にドメインを登録するかゾーンを作成してから、次のレコードを追加してください:',
      {
        name: value(name),
      },
    );
  }
  return say('In the zone {zone} (name servers: {servers}) set this record:', 'ゾーン {zone} (ネーム サーバー: {servers}) に次のレコードを設定してください:', {
    zone: value(zone.zone),
    servers: value([...new Set(zone.servers.map(({ label }) => label))].join(', ')),
  });
}

function fields(record: DnsRecord, zone: string | undefined): readonly Text[] {
  const part = zone === undefined ? record.name : hostPart(record.name, zone);
  return [
    say('  Type: {type}', '  種類: {type}', { type: code(record.type) }),
    part === record.name
      ? say('  Name: {name}', '  名前: {name}', { name: code(record.name) })
      : say('  Name: {part} (in full: {name})', '  名前: {part} (完全な名前: {name})', { part: code(part), name: code(record.name) }),
    say('  Value: {data}', '  値: {data}', { data: code(record.data) }),
    say('  TTL: {ttl} (seconds)', '  TTL: {ttl} (秒)', { ttl: code(String(record.ttl ?? USUAL_TTL_S)) }),
  ];
}

// A name with an alias has no other record (RFC 1034 3.6.2); a stranger in the set would get a share of the clients.
function removal(record: DnsRecord, wanted: DnsRecord['type']): Text | undefined {
  if (record.type !== wanted && record.type === 'CNAME') {
    return say(
      'First delete {record}: beside a CNAME no other record may stand.',
      '先に {record} を削除してください。CNAME がある名前には他のレコードを設定できません。',
      { record: code(recordLine(record)) },
    );
  }
  return say('It replaces {record}.', '{record} を置き換えます。', { record: code(recordLine(record)) });
}
