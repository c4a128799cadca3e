import type { WaitEvent } from '../../../../core/contracts/index.ts';
import { date, say, value } from '../../../../core/text/say.ts';
import { visible } from '../../../../core/text/visible.ts';
import { padEnd, widthOf } from '../../../text/width.ts';
import { labelled, piece, type Row } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';

const SERVED = say('Served now', '提供中');
const SERIAL = say('Serial', 'シリアル番号');
const STATE = say('Azure says', 'Azure の状態');

/** The certificate that is served at the moment and the resource's state, a fact a row. Empty where neither is known. */
export function drawServed({ served, state }: Pick<WaitEvent, 'served' | 'state'>, width: number, look: Look): readonly Row[] {
  const until =
    served === undefined
      ? undefined
      : say('until {date}, {days} days left', '{date} まで (残り {days} 日)', { date: date(served.notAfter), days: served.daysLeft });
  const facts = [
    ...(until === undefined ? [] : [[look.words(SERVED), look.words(until)] as const]),
    ...(served === undefined ? [] : [[look.words(SERIAL), visible(served.serial)] as const]),
    ...(state === undefined ? [] : [[look.words(STATE), look.words(say('{state}', '{state}', { state: value(state) }))] as const]),
  ];
  const column = Math.max(0, ...facts.map(([label]) => widthOf(label))) + 2;
  return facts.flatMap(([label, text]) => labelled([piece(padEnd(label, column), 'muted')], text, width));
}
