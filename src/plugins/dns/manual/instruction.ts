import type { DnsRecord, Text } from '../../../core/contracts/index.ts';
import { type Hoster, hosterOf } from '../../../core/dns/hosters/index.ts';
import { lines } from '../../../core/text/join.ts';
import { code, say, value } from '../../../core/text/say.ts';
import type { RecordState } from '../../shared/dns/record-states.ts';
import { recordLine } from '../../shared/dns/record-words.ts';
import { formLines } from './form.ts';

/** What to type into the form of whoever hosts the zone, field by field. */
export function instruction({ set, zone, before = [] }: RecordState): Text {
  const hoster = zone === undefined ? undefined : hosterOf(zone.servers);
  return lines([
    where(set.name, zone, hoster),
    ...before.map((record) => removal(record, set.type)).filter((text) => text !== undefined),
    ...set.records.flatMap((record) => formLines(record, zone?.zone, hoster)),
    ...(hoster?.plugin === undefined ? [] : [byItself(hoster.plugin)]),
  ]);
}

function where(name: string, zone: RecordState['zone'], hoster: Hoster | undefined): Text {
  if (zone === undefined) {
    return say(
      'No zone was found for {name}: register the domain or create the zone first, then add this record to it:',
      '{name} のゾーンが見つかりませんでした。先にドメインを登録するかゾーンを作成してから、次のレコードを追加してください:',
      {
        name: value(name),
      },
    );
  }
  const known = {
    zone: value(zone.zone),
    servers: value([...new Set(zone.servers.map(({ label }) => label))].join(', ')),
    hoster: value(hoster?.title ?? ''),
  };
  return hoster === undefined
    ? say(
        'In the zone {zone} (name servers: {servers}) set this record:',
        'ゾーン {zone} (ネーム サーバー: {servers}) に次のレコードを設定してください:',
        known,
      )
    : say('At {hoster}, in the zone {zone} ({servers}), set this record:', '{hoster} のゾーン {zone} ({servers}) に次のレコードを設定してください:', known);
}

function byItself(plugin: string): Text {
  return say('Next time amltls can do it by itself: set {key} to {plugin}.', '次回から amltls で自動的に設定できます。{key} を {plugin} に設定してください。', {
    key: code('dns.plugin'),
    plugin: code(plugin),
  });
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
