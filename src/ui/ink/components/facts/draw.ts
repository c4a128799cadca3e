import type { Span, Text } from '../../../../core/contracts/index.ts';
import { say } from '../../../../core/text/say.ts';
import { padEnd, widthOf } from '../../../text/width.ts';
import { indent, labelled, paragraph, piece, type Row } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';

// In less than this most values would be broken within a word.
const LEAST = 16;
const INSET = 2;

/** Names and what they stand for, a fact a row, the second column in line; long ones go on below. Where that column would be too narrow, each stands below its name. */
export function drawFacts(facts: readonly (readonly [Text, Text | Span])[], width: number, look: Look): readonly Row[] {
  const labels = facts.map(([label]) => look.words(label));
  const column = Math.max(0, ...labels.map(widthOf)) + 2;
  const below = width - column < LEAST;
  return facts.flatMap(([, fact], at) => {
    const row = look.row(say('{fact}', '{fact}', { fact }));
    const label = labels[at] ?? '';
    if (below) return [...paragraph(label, width, 'muted'), ...indent(paragraph(row, width - INSET), INSET)];
    return labelled([piece(padEnd(label, column), 'muted')], row, width);
  });
}
