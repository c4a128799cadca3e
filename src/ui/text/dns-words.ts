import type { DnsRow, DnsVerdict, Text, WaitEvent } from '../../core/contracts/index.ts';
import { say } from '../../core/text/say.ts';

/** What a server's answer is worth, in a few words. */
export const VERDICT_WORDS: Readonly<Record<DnsVerdict, Text>> = {
  right: say('right', '正しい'),
  old: say('old answer', '古い応答'),
  'absence-remembered': say('absence remembered', '不在を記憶'),
  absent: say('not there yet', '未登録'),
  wrong: say('wrong', '誤り'),
  refused: say('refuses', '拒否'),
  lame: say('does not know the zone', 'ゾーンなし'),
  'cannot-tell': say('cannot tell', '判定不能'),
  unreachable: say('no reply', '応答なし'),
  'not-asked': say('not asked yet', '未確認'),
};

/** What changes of a DNS wait count as news: who says what; not how the time runs. */
export function newsOf({ id, over, rows = [] }: WaitEvent): string {
  return JSON.stringify([
    id,
    over !== undefined,
    rows.map(({ server, role, address, answer, verdict, serial }: DnsRow) => [role, server, address, answer, verdict, serial]),
  ]);
}
