import type { DnsRecord, DnsRow, Text } from '../../contracts/index.ts';
import { say, value } from '../../text/say.ts';
import { isInternal } from './verdicts.ts';

export function waitFor(records: readonly DnsRecord[]): Text {
  return say('DNS to show {name} → {data}', 'DNS への反映 ({name} → {data})', shown(records));
}

export function waitOver(records: readonly DnsRecord[]): Text {
  return say('DNS shows {name} → {data}', 'DNS に {name} → {data} が反映されています', shown(records));
}

function shown(records: readonly DnsRecord[]) {
  const names = [...new Set(records.map(({ name }) => name))];
  return { name: value(names.join(', ')), data: value(records.map((record) => record.data).join(', ')) };
}

/** One line of what the table shows. */
export function waitSeen(rows: readonly DnsRow[], records: readonly DnsRecord[]): Text {
  const of = (role: DnsRow['role']) => rows.filter((row) => row.role === role);
  const right = (some: readonly DnsRow[]) => some.filter(({ verdict }) => verdict === 'right').length;
  const authorities = of('authoritative');
  const resolvers = of('resolver').filter(({ verdict }) => verdict !== 'not-asked');
  if (authorities.length === 0) return say('No server of the zone has been found yet.', 'ゾーンのネーム サーバーがまだ見つかりません。');
  if (isInternal(records) && right(authorities) === 0 && resolvers.length > 0) {
    return say('Inside {right} of {all} resolvers show it.', '内部のリゾルバー {all} 台のうち {right} 台に反映されています。', {
      right: right(resolvers),
      all: resolvers.length,
    });
  }
  if (right(authorities) < authorities.length) {
    return say('{right} of {all} servers of the zone show it.', 'ゾーンのネーム サーバー {all} 台のうち {right} 台に反映されています。', {
      right: right(authorities),
      all: authorities.length,
    });
  }
  return say('The zone shows it; {right} of {all} resolvers do.', 'ゾーンには反映済みです。リゾルバー {all} 台のうち {right} 台に反映されています。', {
    right: right(resolvers),
    all: resolvers.length,
  });
}
