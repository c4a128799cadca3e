import type { Finding } from '../../contracts/index.ts';
import { toUnicode } from '../../domain/a-label.ts';
import { code, say, value } from '../../text/say.ts';
import type { Facts } from '../facts.ts';
import { finding, list } from '../finding.ts';

/** Does the zone exist, is it the right one, does its parent agree about its servers. */
export function zoneCauses(facts: Facts): readonly Finding[] {
  return [...idn(facts), ...missing(facts), ...moreSpecific(facts), ...delegation(facts), ...unresolvable(facts)];
}

function idn({ name }: Facts): readonly Finding[] {
  const unicode = toUnicode(name);
  if (unicode === name) return [];
  return [
    finding(
      'name-idn',
      'info',
      name,
      say('{unicode} is written {name} in DNS and in certificates.', '{unicode} は DNS と証明書では {name} と表記されます。', {
        unicode: value(unicode),
        name: code(name),
      }),
      say('Nothing is to be done. Look for {name} in the zone.', '対応は不要です。ゾーンでは {name} を確認してください。', { name: code(name) }),
    ),
  ];
}

function missing({ name, zone, domain, look }: Facts): readonly Finding[] {
  if (zone !== undefined) return [];
  const unseen = look.sets[0]?.zone === undefined;
  const what = value(domain ?? name);
  return [
    finding(
      'zone-missing',
      unseen && domain === undefined ? 'warning' : 'error',
      name,
      unseen
        ? say('No name server was found for {what}.', '{what} のネーム サーバーが見つかりません。', { what })
        : say('Nobody has registered {what}.', '{what} は登録されていません。', { what }),
      say(
        'Register the domain, or create the zone and enter its name servers at the registrar.',
        'ドメインを登録するか、ゾーンを作成してレジストラーにネーム サーバーを登録してください。',
      ),
      say('If only your own network knows the name, look from inside it.', '社内ネットワークでのみ使用する名前の場合は、その内部から確認してください。'),
    ),
  ];
}

function moreSpecific({ name, zone, domain, look, wanted }: Facts): readonly Finding[] {
  if (zone === undefined || domain === undefined || zone.zone === domain || wanted.length === 0 || look.authority === 'right') return [];
  return [
    finding(
      'zone-more-specific',
      'warning',
      name,
      say(
        'The record belongs into the zone {zone} (name servers: {servers}). In {domain} nobody would find it.',
        'レコードはゾーン {zone} (ネーム サーバー: {servers}) に作成する必要があります。{domain} に作成しても参照されません。',
        { zone: value(zone.zone), servers: list(names(zone.servers)), domain: value(domain) },
      ),
      say('Create it in {zone}; take it away in {domain} if it is there.', '{zone} に作成してください。{domain} にある場合は削除してください。', {
        zone: value(zone.zone),
        domain: value(domain),
      }),
    ),
  ];
}

function delegation({ zone }: Facts): readonly Finding[] {
  if (zone?.delegated === undefined || zone.listed === undefined || zone.delegated.join() === zone.listed.join()) return [];
  return [
    finding(
      'delegation-differs',
      'warning',
      zone.zone,
      say(
        'The zone above sends clients to {delegated}; the zone itself names {listed}.',
        '上位のゾーンは {delegated} に委任していますが、ゾーン自身は {listed} を示しています。',
        { delegated: list(zone.delegated), listed: list(zone.listed) },
      ),
      say(
        'Make them the same: the name servers at the registrar, and the NS records at the top of the zone.',
        'レジストラーに登録したネーム サーバーと、ゾーンの頂点の NS レコードを一致させてください。',
      ),
    ),
  ];
}

function unresolvable({ zone }: Facts): readonly Finding[] {
  if (zone?.unresolvable === undefined) return [];
  return [
    finding(
      'server-unresolvable',
      'warning',
      zone.zone,
      say('Name servers of {zone} have no address: {servers}.', '{zone} のネーム サーバーにアドレスがありません: {servers}', {
        zone: value(zone.zone),
        servers: list(zone.unresolvable),
      }),
      say('Correct their names at the registrar, or give them addresses.', 'レジストラーで名前を修正するか、アドレスを設定してください。'),
    ),
  ];
}

const names = (servers: readonly { readonly label: string }[]) => [...new Set(servers.map(({ label }) => label))];
