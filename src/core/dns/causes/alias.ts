import type { Finding } from '../../contracts/index.ts';
import { code, say, value } from '../../text/say.ts';
import { follow } from '../../wait/propagation/follow.ts';
import { serviceBehind } from '../azure-services.ts';
import type { Facts } from '../facts.ts';
import { finding, setRecord } from '../finding.ts';

/** Aliases: where they may not be, where they lead nowhere, in a circle, or to somebody else. */
export function aliasCauses(facts: Facts): readonly Finding[] {
  const { reply, name, zone, servers } = facts;
  if (reply === undefined || zone === undefined) return [];
  const way = follow(reply.answers, name, 'A');
  const [alias] = way.aliases;
  if (alias === undefined) return [];
  const wanted = facts.wanted.find(({ type }) => type === 'A')?.data;
  const cure = wanted === undefined ? say('Set an A record instead.', '代わりに A レコードを設定してください。') : setRecord(name, 'A', wanted);
  const known = { name: value(name), target: value(alias.data) };
  const moved = reply.answers.find((record) => record.type === 'DNAME');
  const findings: Finding[] = [];
  if (moved !== undefined) {
    findings.push(
      finding(
        'dname',
        'info',
        name,
        say('Everything below {owner} is moved to {target} by a DNAME.', '{owner} の下の名前は DNAME によって {target} に移されています。', {
          owner: value(moved.name),
          target: value(moved.data),
        }),
        say('Set the record below {target}.', '{target} の下にレコードを設定してください。', { target: value(moved.data) }),
      ),
    );
  }
  if (name === zone.zone) {
    findings.push(
      finding(
        'cname-apex',
        'error',
        name,
        say(
          '{name} is the top of its zone and has a CNAME to {target}: beside SOA and NS no CNAME may stand.',
          '{name} はゾーンの頂点ですが、{target} への CNAME があります。SOA と NS がある名前に CNAME は設定できません。',
          known,
        ),
        cure,
      ),
    );
  }
  const shown = servers.find(({ reply: each }) => each === reply)?.row.answer ?? '';
  if (way.aliases.some(({ name: each }) => each === way.end)) {
    findings.push(
      finding('cname-loop', 'error', name, say('The aliases behind {name} lead in a circle.', '{name} のエイリアスが循環しています。', known), cure),
    );
  } else if (/ → (NXDOMAIN|NODATA)$/.test(shown)) {
    findings.push(dead(facts, way.end, cure));
  } else if (wanted !== undefined && facts.look.authority !== 'right') {
    findings.push(elsewhere(facts, way.end, cure));
  }
  return findings;
}

function dead({ name }: Facts, end: string, cure: Finding['next'][number]): Finding {
  const service = serviceBehind(end);
  return finding(
    'cname-dead',
    'error',
    name,
    say('{name} leads to {end}, which does not exist.', '{name} は存在しない {end} を指しています。', { name: value(name), end: value(end) }),
    ...(service === undefined
      ? []
      : [
          say(
            'Anybody can create {end} at {service} and would then answer under your name: take the alias away soon.',
            '{service} で {end} を作成した第三者が、あなたの名前で応答できるようになります。早めにエイリアスを削除してください。',
            { end: value(end), service: value(service) },
          ),
        ]),
    cure,
  );
}

function elsewhere({ name }: Facts, end: string, cure: Finding['next'][number]): Finding {
  const service = serviceBehind(end);
  return finding(
    'name-in-use',
    'warning',
    name,
    service === undefined
      ? say(
          '{name} is an alias of {end} now; who uses that loses it with the change.',
          '{name} は現在 {end} のエイリアスです。変更すると、その利用者は到達できなくなります。',
          {
            name: value(name),
            end: value(end),
          },
        )
      : say(
          '{name} serves {service} ({end}) now; the change takes it away from there.',
          '{name} は現在 {service} ({end}) で使われています。変更するとそちらでは使えなくなります。',
          {
            name: value(name),
            service: value(service),
            end: value(end),
          },
        ),
    say('Make sure that nobody needs it, or take another name: {key}.', '不要であることを確認するか、別の名前を使用してください: {key}', {
      key: code('domain.fqdn'),
    }),
    cure,
  );
}
