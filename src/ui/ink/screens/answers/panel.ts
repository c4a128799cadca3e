import type { Answered, StepId } from '../../../../core/contracts/index.ts';
import { code, value } from '../../../../core/text/say.ts';
import { padEnd, truncate, widthOf } from '../../../text/width.ts';
import { drawBrowse, type Entry } from '../../components/browse/draw.ts';
import { BROWSE, type Browse, reduceBrowse } from '../../components/browse/state.ts';
import { drawFacts } from '../../components/facts/draw.ts';
import { is } from '../../keys.ts';
import { BLANK, paragraph, piece, type Row, textRow } from '../../layout/rows.ts';
import { shownAnswer } from '../../layout/values.ts';
import type { Look } from '../../look.ts';
import type { Panel } from '../panel/panel.ts';
import { STEP_NAMES } from '../question/messages.ts';
import * as words from './messages.ts';

/** The answers of a profile, to be changed one by one. */
export interface AnswersState extends Browse {
  readonly profile: string;
  readonly items: readonly Answered[];
  /** Keys whose answers are not as saved. */
  readonly changed: ReadonlySet<string>;
  /** How many differences would be saved: some answers go with others. */
  readonly differences: number;
}

export type AnswersResult =
  | { readonly type: 'change'; readonly key: string; readonly index: number }
  | { readonly type: 'save'; readonly index: number }
  | { readonly type: 'back'; readonly index: number }
  | { readonly type: 'quit' };

export const createAnswers = (about: Omit<AnswersState, keyof Browse>, index = 0): AnswersState => ({
  ...BROWSE,
  ...about,
  index: Math.max(0, Math.min(index, about.items.length - 1)),
});

export const answersPanel: Panel<AnswersState, AnswersResult> = {
  reduce(state, press) {
    const { index } = state;
    if (is(press, 'back')) return { state, result: { type: 'back', index } };
    if (is(press, 'save')) return { state, result: { type: 'save', index } };
    const key = state.items[index]?.key;
    if (is(press, 'change') && key !== undefined) return { state, result: { type: 'change', key, index } };
    return { state: reduceBrowse(state, state.items.length, press) };
  },
  draw(state, area, look) {
    const name = look.words(words.heading(state.profile));
    const status = state.differences === 0 ? words.UNCHANGED : words.changes(state.differences);
    const foot = (width: number): readonly Row[] => (area.height < ROOMY ? [] : paragraph(look.row(status, 'muted'), width));
    const head = [textRow(name, 'strong'), BLANK];
    const drawn = drawBrowse(state, { head, entries: entriesOf(state, look), empty: [], foot }, area, look);
    return { ...drawn, hints: ['change', 'moveOrLetters', 'save', 'back', 'leave'], name };
  },
};

const ROOMY = 14;
const MARK = 2;
const GAP = 2;

function entriesOf({ items, changed }: AnswersState, look: Look): readonly Entry[] {
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
        const column = Math.min(labels, width - MARK - GAP - Math.min(answers, Math.floor(width / 2)));
        const label = padEnd(truncate(look.words(item.label), column, look.symbols.ellipsis), column + GAP);
        return [
          piece(changed.has(item.key) ? `${look.symbols.now} ` : '  ', 'accent'),
          piece(label, marked ? 'accent' : 'plain'),
          piece(answer, item.value === null ? 'muted' : 'strong'),
        ];
      },
      about: (width) => [
        ...paragraph(look.row(item.label, 'strong'), width),
        ...(changed.has(item.key) ? paragraph(look.words(words.CHANGED), width, 'accent') : []),
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
