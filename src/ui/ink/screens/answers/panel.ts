import type { Answered } from '../../../../core/contracts/index.ts';
import { drawBrowse } from '../../components/browse/draw.ts';
import { BROWSE, type Browse, reduceBrowse } from '../../components/browse/state.ts';
import { is } from '../../keys.ts';
import { BLANK, paragraph, type Row, textRow } from '../../layout/rows.ts';
import type { Panel } from '../panel/panel.ts';
import { answerEntries } from './entries.ts';
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
    const drawn = drawBrowse(state, { head, entries: answerEntries(state, look), empty: [], foot }, area, look);
    return { ...drawn, hints: ['change', 'moveOrLetters', 'save', 'back', 'leave'], name };
  },
};

const ROOMY = 14;
