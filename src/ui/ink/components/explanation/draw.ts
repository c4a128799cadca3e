import { explanationOf } from '../../../../core/learn/explain/explain.ts';
import { say } from '../../../../core/text/say.ts';
import { ARISES, MEND, SEE } from '../../../text/explain-words.ts';
import { page } from '../../layout/fit.ts';
import { BLANK, indent, paragraph, type Row, textRow } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import type { Area, Drawing } from '../../screens/drawing.ts';

const NONE = say('There is nothing more to say about this code.', 'このコードについての追加の説明はありません。');

const WIDEST = 100;

/** A code at length, as a screen of its own. */
export function drawExplained(code: string, scroll: number, area: Area, look: Look): Drawing {
  const { rows, last } = page(drawExplanation(code, Math.min(WIDEST, area.width), look), area.height, scroll, look);
  return { main: { rows }, last, hints: [...(last > 0 ? (['scroll'] as const) : []), 'close', 'leave'], name: code };
}

/** As `amltls explain` says it. */
function drawExplanation(code: string, width: number, look: Look): readonly Row[] {
  const explanation = explanationOf(code);
  if (explanation === undefined) return [textRow(code, 'strong'), BLANK, ...paragraph(look.words(NONE), width, 'muted')];
  const { means, arises, see, mend } = explanation;
  return [
    textRow(code, 'strong'),
    ...paragraph(look.row(means), width),
    BLANK,
    textRow(look.words(ARISES), 'strong'),
    ...paragraph(look.row(arises), width),
    BLANK,
    textRow(look.words(SEE), 'strong'),
    ...indent(
      see.flatMap((command) => paragraph(command, width - 2, 'accent')),
      2,
    ),
    BLANK,
    textRow(look.words(MEND), 'strong'),
    ...paragraph(look.row(mend), width),
  ];
}
