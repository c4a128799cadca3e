import type { DnsRecord, Finding, Text } from '../../contracts/index.ts';
import { code, date, duration, say, value } from '../../text/say.ts';
import { isInternal, isPrivateIPv4 } from '../../wait/propagation/verdicts.ts';
import { addressesIn, type Facts } from '../facts.ts';
import { finding, list, setRecord } from '../finding.ts';

// An hour: who wants to switch sooner lowers it first.
const HIGH_TTL_S = 3_600;

/** The record itself: missing, another, one of several, beside an IPv6 address, in the wrong place, too long-lived. */
export function recordCauses(facts: Facts): readonly Finding[] {
  if (facts.zone === undefined || facts.reply === undefined) return [];
  return [...ipv6(facts), ...differing(facts), ...doubled(facts), ...wildcard(facts), ...longLived(facts), ...leaking(facts)];
}

function ipv6({ name, ipv6: records, wanted }: Facts): readonly Finding[] {
  if (records.length === 0 || !wanted.some(({ type }) => type === 'A')) return [];
  return [
    finding(
      'aaaa-present',
      'error',
      name,
      say(
        '{name} has an IPv6 address ({addresses}); the service has IPv4 only. Clients with IPv6 go elsewhere.',
        '{name} に IPv6 アドレス ({addresses}) がありますが、サービスは IPv4 のみです。IPv6 を使うクライアントは別の場所に接続します。',
        { name: value(name), addresses: list(records.map(({ data }) => data)) },
      ),
      say('Delete the AAAA record.', 'AAAA レコードを削除してください。'),
    ),
  ];
}

function differing(facts: Facts): readonly Finding[] {
  const { name, wanted, reply, look } = facts;
  const want = addressesIn(wanted);
  if (want.length === 0 || look.authority === 'right' || isInternal(wanted)) return [];
  const answers = reply?.answers ?? [];
  const have = addressesIn(answers);
  const cure = want.map((data) => setRecord(name, 'A', data));
  if (answers.length === 0) return [absent(facts, want, cure)];
  const strangers = have.filter((address) => !want.includes(address));
  if (strangers.length === 0) return [];
  if (want.some((address) => have.includes(address))) {
    return [
      finding(
        'extra-address',
        'error',
        name,
        say(
          'Beside {right} the name shows {strangers}: a share of the clients goes there.',
          '{right} のほかに {strangers} が設定されています。一部のクライアントはそちらに接続します。',
          { right: list(want.filter((address) => have.includes(address))), strangers: list(strangers) },
        ),
        ...strangers.map((data) => say('Delete {record}.', '{record} を削除してください。', { record: code(`${name} A ${data}`) })),
      ),
    ];
  }
  return [
    finding(
      'elsewhere',
      'error',
      name,
      strangers.every(isPrivateIPv4)
        ? say(
            '{name} leads to {have}, an address of a private network; the service is at {want}.',
            '{name} はプライベート ネットワークのアドレス {have} を指していますが、サービスは {want} にあります。',
            shown(name, have, want),
          )
        : say(
            '{name} leads to {have}; the service is at {want}. Who uses what is there now loses it with the change.',
            '{name} は {have} を指していますが、サービスは {want} にあります。変更すると、現在の接続先の利用者は到達できなくなります。',
            shown(name, have, want),
          ),
      ...cure,
    ),
  ];
}

const shown = (name: string, have: readonly string[], want: readonly string[]) => ({ name: value(name), have: list(have), want: list(want) });

function absent({ name, reply }: Facts, want: readonly string[], cure: readonly Text[]): Finding {
  const known = { name: value(name), want: list(want) };
  return finding(
    'record-missing',
    'error',
    name,
    reply?.rcode === 'NXDOMAIN'
      ? say('{name} does not exist yet; it has to lead to {want}.', '{name} はまだ存在しません。{want} を指す必要があります。', known)
      : say(
          '{name} exists and has no A record; it has to lead to {want}.',
          '{name} は存在しますが A レコードがありません。{want} を指す必要があります。',
          known,
        ),
    ...cure,
  );
}

function doubled({ name, zone, doubled: records, wild }: Facts): readonly Finding[] {
  if (zone === undefined || records.length === 0 || same(records, wild)) return [];
  const full = `${name}.${zone.zone}`;
  return [
    finding(
      'name-doubled',
      'error',
      name,
      say(
        'The record was made as {full}: the form adds the zone by itself.',
        'レコードが {full} として作成されています。登録フォームではゾーン名が自動的に付加されます。',
        { full: value(full) },
      ),
      say('In the form give {part} alone.', 'フォームには {part} だけを入力してください。', {
        part: code(name === zone.zone ? '@' : name.slice(0, -zone.zone.length - 1)),
      }),
    ),
  ];
}

function wildcard({ name, wild, reply, look, wanted }: Facts): readonly Finding[] {
  if (wild.length === 0 || reply === undefined || !same(reply.answers, wild)) return [];
  const right = look.authority === 'right';
  const want = addressesIn(wanted);
  return [
    finding(
      'wildcard',
      right || want.length === 0 ? 'info' : 'warning',
      name,
      say('{name} has no record of its own: a wildcard answers ({data}).', '{name} 自体のレコードはなく、ワイルドカードが応答しています ({data})。', {
        name: value(name),
        data: list(wild.map(({ data }) => data)),
      }),
      ...want.map((data) => setRecord(name, 'A', data)),
    ),
  ];
}

function longLived({ name, reply, look, wanted, now }: Facts): readonly Finding[] {
  const ttl = Math.max(0, ...(reply?.answers ?? []).filter((record) => record.name === name).map((record) => record.ttl ?? 0));
  if (wanted.length === 0 || look.authority === 'right' || ttl <= HIGH_TTL_S) return [];
  return [
    finding(
      'ttl-high',
      'warning',
      name,
      say(
        'Caches keep the present answer for {ttl}: that long after a change clients still go to the old address.',
        'キャッシュは現在の応答を {ttl} 保持します。変更後もその間、クライアントは以前のアドレスに接続します。',
        { ttl: duration(ttl * 1000) },
      ),
      say(
        'To switch within minutes, set the TTL to 300 now and change the address after {at}.',
        '数分で切り替えるには、今 TTL を 300 に設定し、{at} 以降にアドレスを変更してください。',
        { at: date(now + ttl * 1000) },
      ),
    ),
  ];
}

function leaking({ name, wanted, look }: Facts): readonly Finding[] {
  if (!isInternal(wanted) || look.authority !== 'right') return [];
  return [
    finding(
      'private-in-public',
      'info',
      name,
      say(
        'Public DNS shows the private address of {name}: right, and everybody can read it.',
        'パブリック DNS に {name} のプライベート アドレスが公開されています。動作しますが、誰でも参照できます。',
        { name: value(name) },
      ),
      say('A private zone of your network would keep it inside.', 'プライベート ゾーンを使用すると、ネットワーク内に限定できます。'),
    ),
  ];
}

// A wildcard's records come under the name that was asked for.
function same(one: readonly DnsRecord[], other: readonly DnsRecord[]): boolean {
  const plain = (records: readonly DnsRecord[]) =>
    records
      .map(({ type, data }) => `${type} ${data}`)
      .sort()
      .join();
  return plain(one) === plain(other);
}
