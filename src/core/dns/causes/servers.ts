import type { DnsRow, DnsVerdict, Finding, Severity, Span, Text } from '../../contracts/index.ts';
import { duration, say, value } from '../../text/say.ts';
import { tells } from '../../wait/propagation/verdicts.ts';
import type { Facts } from '../facts.ts';
import { finding, list } from '../finding.ts';

/** Servers of the zone that do not do their work, or not all the same. */
export function serverCauses(facts: Facts): readonly Finding[] {
  const rows = facts.servers.map(({ row }) => row);
  return [...closed(facts, rows), ...silent(facts, rows), ...lagging(facts, rows), ...disagreeing(facts, rows)];
}

interface Trouble {
  readonly id: string;
  readonly words: (known: { readonly servers: Span; readonly zone: Span }) => Text;
  readonly next: Text;
}

const TROUBLES: Readonly<Partial<Record<DnsVerdict, Trouble>>> = {
  lame: {
    id: 'server-lame',
    words: (known) =>
      say('Servers that {zone} is delegated to do not know it: {servers}.', '{zone} の委任先のサーバーがゾーンを保持していません: {servers}', known),
    next: say(
      'Set the zone up on them, or take them out of the delegation at the registrar.',
      'サーバーにゾーンを設定するか、レジストラーの委任から外してください。',
    ),
  },
  refused: {
    id: 'server-refused',
    words: (known) => say('Servers of {zone} refuse to answer for it: {servers}.', '{zone} のサーバーが応答を拒否しています: {servers}', known),
    next: say(
      'Most often the zone is not (or no longer) set up there: create it, or correct the delegation.',
      '多くの場合、ゾーンがそのサーバーに設定されていません。ゾーンを作成するか、委任を修正してください。',
    ),
  },
  'cannot-tell': {
    id: 'server-failing',
    words: (known) => say('Servers of {zone} answer with a failure: {servers}.', '{zone} のサーバーがエラーを返しています: {servers}', known),
    next: say(
      'Look into their logs: the zone may not load, or its copy has expired.',
      'サーバーのログを確認してください。ゾーンの読み込みに失敗しているか、コピーの期限が切れている可能性があります。',
    ),
  },
  unreachable: {
    id: 'server-unreachable',
    words: (known) => say('Servers of {zone} do not answer: {servers}.', '{zone} のサーバーから応答がありません: {servers}', known),
    next: say(
      'Check that they run, and that UDP and TCP port 53 is let through.',
      'サーバーの稼働と、UDP と TCP のポート 53 が許可されているか確認してください。',
    ),
  },
};

function silent({ zone }: Facts, rows: readonly DnsRow[]): readonly Finding[] {
  if (zone === undefined) return [];
  const all = rows.every((row) => !tells(row));
  const severity: Severity = all ? 'error' : 'warning';
  return Object.entries(TROUBLES).flatMap(([verdict, { id, words, next }]) => {
    const some = rows.filter((row) => row.verdict === verdict);
    // Nothing answers and nothing came back at all: most likely it is this network.
    if (some.length === 0 || (verdict === 'unreachable' && all && some.length === rows.length)) return [];
    return [finding(id, severity, zone.zone, words({ servers: list(some.map(named)), zone: value(zone.zone) }), next)];
  });
}

function closed({ zone, rows: of }: Facts, rows: readonly DnsRow[]): readonly Finding[] {
  if (zone === undefined || rows.length === 0 || rows.some(({ verdict }) => verdict !== 'unreachable')) return [];
  const told = of('resolver').some((row) => tells(row));
  return [
    finding(
      'port-closed',
      told ? 'info' : 'warning',
      zone.zone,
      say(
        'None of the {count} servers of {zone} can be reached from here; port 53 seems to be closed.',
        'この環境からは {zone} のサーバー {count} 台のいずれにも到達できません。ポート 53 が閉じている可能性があります。',
        { count: rows.length, zone: value(zone.zone) },
      ),
      told
        ? say('What the resolvers show counts instead.', '代わりにリゾルバーの応答で判定します。')
        : say(
            'Name a resolver that can be reached, over HTTPS if need be: dns.resolvers.',
            '到達できるリゾルバーを dns.resolvers で指定してください (HTTPS も使用できます)。',
          ),
    ),
  ];
}

// Serial numbers go round: RFC 1982.
const older = (one: number, other: number) => one !== other && (other - one) >>> 0 < 0x80000000;

function lagging({ zone, servers }: Facts, rows: readonly DnsRow[]): readonly Finding[] {
  const serials = rows.flatMap(({ serial }) => (serial === undefined ? [] : [serial]));
  const newest = serials.find((serial) => serials.every((other) => other === serial || older(other, serial)));
  const late = rows.filter(({ serial }) => serial !== undefined && newest !== undefined && older(serial, newest));
  if (zone === undefined || newest === undefined || late.length === 0) return [];
  const refresh = servers.map(({ reply }) => reply?.soa?.refresh).find((seconds) => seconds !== undefined);
  return [
    finding(
      'secondary-lags',
      'warning',
      zone.zone,
      say(
        'Servers of {zone} have an older copy: {late}; the newest serial is {newest}.',
        '{zone} のサーバーに古いコピーがあります: {late}。最新のシリアルは {newest} です。',
        { zone: value(zone.zone), late: list(late.map((row) => `${named(row)}: ${row.serial}`)), newest: value(String(newest)) },
      ),
      refresh === undefined
        ? say('Check notification and transfer to them.', '変更通知とゾーン転送を確認してください。')
        : say(
            'They ask for news every {refresh} at the latest. If it takes longer, check notification and transfer.',
            '遅くとも {refresh} ごとに更新を確認します。それ以上かかる場合は、変更通知とゾーン転送を確認してください。',
            { refresh: duration(refresh * 1000) },
          ),
    ),
  ];
}

function disagreeing({ zone, name }: Facts, rows: readonly DnsRow[]): readonly Finding[] {
  const told = rows.filter((row) => tells(row));
  const answers = new Set(
    told.map(({ answer }) =>
      answer
        .split(/, | → /)
        .sort()
        .join(),
    ),
  );
  const serials = new Set(told.flatMap(({ serial }) => (serial === undefined ? [] : [serial])));
  if (zone === undefined || answers.size < 2 || serials.size !== 1) return [];
  return [
    finding(
      'servers-disagree',
      'error',
      name,
      say(
        'The servers of {zone} give different answers under the same serial: {answers}.',
        '{zone} のサーバーが同じシリアルで異なる応答を返しています: {answers}',
        { zone: value(zone.zone), answers: list(told.map((row) => `${named(row)}: ${row.answer}`)) },
      ),
      say(
        'The zone is kept by hand at two places, or changed without a new serial: raise the serial, or make one a secondary of the other.',
        'ゾーンが 2 か所で別々に管理されているか、シリアルを増やさずに変更されています。シリアルを増やすか、一方をセカンダリにしてください。',
      ),
    ),
  ];
}

function named({ server, address }: DnsRow): string {
  return address === undefined ? server : `${server} (${address.replace(/:53$/, '')})`;
}
