import type { DnsRow, Finding } from '../../contracts/index.ts';
import { code, date, say, value } from '../../text/say.ts';
import { isInternal, tells } from '../../wait/propagation/verdicts.ts';
import { isPrivately } from '../../wait/propagation/views.ts';
import { addressesIn, type Facts } from '../facts.ts';
import { finding, list } from '../finding.ts';

/** What resolvers still remember, and where inside and outside differ for good. */
export function cacheCauses(facts: Facts): readonly Finding[] {
  const split = splitHorizon(facts);
  return [...split, ...inside(facts), ...(split.length > 0 ? [] : remembered(facts))];
}

function remembered({ name, rows }: Facts): readonly Finding[] {
  return rows('resolver').flatMap((row) => {
    const known = { server: value(row.server), answer: value(row.answer), until: date(row.until ?? 0) };
    if (row.verdict === 'old') {
      return [
        finding(
          'old-answer',
          'warning',
          name,
          say(
            '{server} still gives the old answer {answer}; it forgets it at {until}.',
            '{server} は以前の応答 {answer} を返しています。{until} に破棄されます。',
            known,
          ),
          say('Wait; nothing else helps from here.', '時間の経過を待ってください。'),
        ),
      ];
    }
    if (row.verdict !== 'absence-remembered') return [];
    return [
      finding(
        'absence-remembered',
        'warning',
        name,
        say(
          '{server} was asked too early and remembers until {until} that the name does not exist.',
          '{server} は早い段階で問い合わせを受けたため、{until} まで「存在しない」と応答します。',
          known,
        ),
        say('Wait; nothing else helps from here.', '時間の経過を待ってください。'),
      ),
    ];
  });
}

const isInside = ({ view }: DnsRow) => view === 'inside';

/** The resolver of this network has a truth of its own: another private address, or for good another answer than the rest. */
function splitHorizon({ name, rows, wanted, look }: Facts): readonly Finding[] {
  if (isInternal(wanted)) return [];
  const told = rows('resolver').filter((row) => isInside(row) && tells(row));
  const first = told.find((row) => row.verdict === 'wrong' || row.verdict === 'absent' || (row.verdict !== 'right' && isPrivately(row)));
  const others = look.authority === 'right' ? addressesIn(wanted) : [];
  if (first === undefined || others.length === 0) return [];
  return [
    finding(
      'split-horizon',
      'warning',
      name,
      say('Inside this network ({server}): {inside}. Outside: {outside}.', 'このネットワーク内 ({server}): {inside}。外部: {outside}。', {
        server: value(first.server),
        inside: value(first.answer),
        outside: list(others),
      }),
      say(
        'If clients inside shall use the service too, set the record in the inner zone as well.',
        '内部のクライアントもサービスを使用する場合は、内部のゾーンにも同じレコードを設定してください。',
      ),
      say('If not, let the view from outside alone decide: {key}.', '使用しない場合は、外部からの応答だけで判定するように設定してください: {key}', {
        key: code('dns.resolvers: [1.1.1.1, 8.8.8.8]'),
      }),
    ),
  ];
}

function inside({ name, rows, wanted, look, reply }: Facts): readonly Finding[] {
  if (!isInternal(wanted) || look.authority === 'right') return [];
  const own = rows('resolver').filter(isInside);
  const outside = addressesIn(reply?.answers ?? []);
  const known = { name: value(name), wanted: list(addressesIn(wanted)), outside: list(outside) };
  const right = own.length > 0 && own.every(({ verdict }) => verdict === 'right');
  if (right && outside.length > 0) {
    return [
      finding(
        'split-horizon',
        'info',
        name,
        say(
          '{name} leads to {wanted} inside this network, which is right for an internal load balancer, and to {outside} outside.',
          '{name} はこのネットワーク内では {wanted} (内部ロード バランサーでは正しい状態)、外部では {outside} を指しています。',
          known,
        ),
        say(
          'Nothing is to be done if clients outside are meant to go to {outside}.',
          '外部のクライアントが {outside} に接続してよい場合、対応は不要です。',
          known,
        ),
      ),
    ];
  }
  if (right) {
    return [
      finding(
        'internal-only',
        'info',
        name,
        say(
          '{name} leads to {wanted} inside this network and to nothing outside: right for an internal load balancer.',
          '{name} はこのネットワーク内では {wanted} を指し、外部では解決されません。内部ロード バランサーでは正しい状態です。',
          known,
        ),
        say(
          'Nothing is to be done. For clients outside, the public zone needs the record, too.',
          '対応は不要です。外部のクライアントも利用する場合は、パブリック ゾーンにもレコードを設定してください。',
        ),
      ),
    ];
  }
  return [
    finding(
      'internal-missing',
      'error',
      name,
      say(
        '{name} has to lead to {wanted} inside the network; the resolvers here say: {answers}.',
        '{name} はネットワーク内で {wanted} を指す必要があります。ここのリゾルバーの応答: {answers}',
        {
          ...known,
          answers: list(own.map((row) => `${row.server}: ${row.answer === '' ? '-' : row.answer}`)),
        },
      ),
      say(
        'Create the record in the private zone that is linked to the network (Azure Private DNS, or the servers of your company), and look from inside.',
        'ネットワークにリンクされたプライベート ゾーン (Azure プライベート DNS または社内の DNS サーバー) にレコードを作成し、ネットワーク内から確認してください。',
      ),
    ),
  ];
}
