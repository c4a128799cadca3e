import type { Equivalent } from '../../../../core/contracts/index.ts';
import { visible } from '../../../../core/text/visible.ts';
import { BLANK, indent, paragraph, type Row, textRow } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';

/** Title, notes and code of each; long lines go on below, so that nothing is lost. */
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

function codeLine(line: string, width: number): readonly Row[] {
  if (line.trim() === '') return [BLANK];
  const lead = ' '.repeat(Math.min(line.length - line.trimStart().length, Math.floor(width / 2)));
  return paragraph(visible(line.trimStart()), width - lead.length).map((row) => [...textRow(lead), ...row]);
}
