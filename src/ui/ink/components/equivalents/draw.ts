import type { Equivalent } from '../../../../core/contracts/index.ts';
import { visible } from '../../../../core/text/visible.ts';
import { BLANK, indent, paragraph, type Row, textRow } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';

const FURTHER = 4;

/** Title, notes and code of each; long lines go on below, further in, so that nothing is lost and no line is taken for two. */
export function drawEquivalents(equivalents: readonly Equivalent[], width: number, look: Look): readonly Row[] {
  return equivalents.flatMap((each, at) => [
    ...(at === 0 ? [] : [BLANK]),
    ...paragraph(look.words(each.title), width, 'accent'),
    ...each.notes.flatMap((note) => paragraph(look.row(note, 'muted'), width)),
    BLANK,
    ...indent(
      each.code
        .trimEnd()
        .split('\n')
        .flatMap((line) => codeLine(line, width - 2)),
      2,
    ),
  ]);
}

const textOf = (row: Row): string => row.map(({ text }) => text).join('');

function codeLine(line: string, width: number): readonly Row[] {
  if (line.trim() === '') return [BLANK];
  const lead = ' '.repeat(Math.min(line.length - line.trimStart().length, Math.floor(width / 2)));
  const text = visible(line.trimStart());
  const [first = BLANK] = paragraph(text, width - lead.length);
  const rest = text.slice(textOf(first).length).trimStart();
  const below = rest === '' ? [] : paragraph(rest, Math.max(1, width - lead.length - FURTHER));
  return [[...textRow(lead), ...first], ...indent(below, lead.length + FURTHER)];
}
