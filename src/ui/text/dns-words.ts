import type { DnsRow, DnsSplit, DnsVerdict, DnsView, Text, WaitEvent } from '../../core/contracts/index.ts';
import { say, value } from '../../core/text/say.ts';

/** What a server's answer is worth, in a few words. */
export const VERDICT_WORDS: Readonly<Record<DnsVerdict, Text>> = {
  right: say('right', '正しい'),
  old: say('old answer', '古い応答'),
  'absence-remembered': say('absence remembered', '不在を記憶'),
  absent: say('not there yet', '未登録'),
  'not-needed': say('not needed', '不要'),
  wrong: say('wrong', '誤り'),
  refused: say('refuses', '拒否'),
  lame: say('does not know the zone', 'ゾーンなし'),
  'cannot-tell': say('cannot tell', '判定不能'),
  unreachable: say('no reply', '応答なし'),
  'not-asked': say('not asked yet', '未確認'),
};

export const VIEW_WORDS: Readonly<Record<DnsView, Text>> = { inside: say('inside', '内部'), outside: say('outside', '外部') };

/** Inside and outside side by side. */
export function splitText({ inside, outside }: DnsSplit): Text {
  return say('inside: {inside} | outside: {outside}', '内部: {inside} | 外部: {outside}', {
    inside: value(inside.join(', ')),
    outside: value(outside.join(', ')),
  });
}

/** What changes of a DNS wait count as news: who says what; not how the time runs. */
export function newsOf({ id, over, rows = [] }: WaitEvent): string {
  return JSON.stringify([
    id,
    over !== undefined,
    rows.map(({ server, role, address, answer, verdict, serial }: DnsRow) => [role, server, address, answer, verdict, serial]),
  ]);
}
