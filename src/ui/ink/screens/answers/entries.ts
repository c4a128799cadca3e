import type { Answered, StepId } from '../../../../core/contracts/index.ts';
import { code, value } from '../../../../core/text/say.ts';
import { padEnd, truncate, widthOf } from '../../../text/width.ts';
import type { Entry } from '../../components/browse/draw.ts';
import { drawFacts } from '../../components/facts/draw.ts';
import { paragraph, piece, textRow } from '../../layout/rows.ts';
import { shownAnswer } from '../../layout/values.ts';
import type { Look } from '../../look.ts';
import { STEP_NAMES } from '../question/messages.ts';
import * as words from './messages.ts';

const MARK = 2;
const GAP = 2;

/** Answers below the names of their steps, each with what was answered. @param changed keys whose answers are not as saved; left out where nothing is saved */
export function answerEntries(
  { items, changed }: { readonly items: readonly Answered[]; readonly changed?: ReadonlySet<string> },
  look: Look,
): readonly Entry[] {
  const shown = items.map((item) => (item.value === null ? look.words(words.LEFT) : shownAnswer(item, look)));
  const answers = Math.max(0, ...shown.map(widthOf));
  const labels = Math.max(0, ...items.map((item) => widthOf(look.words(item.label))));
  let step: StepId | undefined;
  return items.map((item, at): Entry => {
    const first = item.step !== step;
    step = item.step;
    const answer = shown[at] ?? '';
    return {
      ...(first ? { above: [textRow(look.words(STEP_NAMES[item.step]), 'muted')] } : {}),
      row: (width, marked) => {
        const column = Math.min(labels, width - (changed === undefined ? 0 : MARK) - GAP - Math.min(answers, Math.floor(width / 2)));
        const label = padEnd(truncate(look.words(item.label), column, look.symbols.ellipsis), column + GAP);
        return [
          ...(changed === undefined ? [] : [piece(changed.has(item.key) ? `${look.symbols.now} ` : '  ', 'accent')]),
          piece(label, marked ? 'accent' : 'plain'),
          piece(answer, item.value === null ? 'muted' : 'strong'),
        ];
      },
      about: (width) => [
        ...paragraph(look.row(item.label, 'strong'), width),
        ...(changed?.has(item.key) === true ? paragraph(look.words(words.CHANGED), width, 'accent') : []),
        ...drawFacts(
          [
            [words.VALUE, value(answer)],
            [words.KEY, code(item.key)],
          ],
          width,
          look,
        ),
      ],
    };
  });
}
