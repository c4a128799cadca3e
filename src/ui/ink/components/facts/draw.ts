import type { Span, Text } from '../../../../core/contracts/index.ts';
import { say } from '../../../../core/text/say.ts';
import { padEnd, widthOf } from '../../../text/width.ts';
import { labelled, piece, type Row } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';

/** Names and what they stand for, a fact a row, the second column in line; long ones go on below. */
export function drawFacts(facts: readonly (readonly [Text, Text | Span])[], width: number, look: Look): readonly Row[] {
  const labels = facts.map(([label]) => look.words(label));
  const column = Math.max(0, ...labels.map(widthOf)) + 2;
  return facts.flatMap(([, fact], at) => labelled([piece(padEnd(labels[at] ?? '', column), 'muted')], look.row(say('{fact}', '{fact}', { fact })), width));
}
