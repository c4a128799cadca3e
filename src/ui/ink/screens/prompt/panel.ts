import type { Text } from '../../../../core/contracts/index.ts';
import { drawConfirm } from '../../components/confirm/draw.ts';
import { type Confirm, createConfirm, reduceConfirm } from '../../components/confirm/state.ts';
import { drawRemark } from '../../components/problem/draw.ts';
import { drawTextInput } from '../../components/text-input/draw.ts';
import { createTextInput, reduceTextInput, type TextInput, textOf } from '../../components/text-input/state.ts';
import { is } from '../../keys.ts';
import { BLANK, paragraph } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import type { Panel } from '../panel/panel.ts';

interface Asked {
  readonly scroll: number;
  readonly title: Text;
  readonly help: Text;
}

export interface LineState extends Asked {
  readonly input: TextInput;
  /** Why the line is not taken; undefined where it is. */
  readonly check: (line: string) => Text | undefined;
  readonly refused?: Text;
}

export interface ConfirmState extends Asked {
  readonly confirm: Confirm;
}

export type Given<T> = { readonly type: 'given'; readonly value: T } | { readonly type: 'back' } | { readonly type: 'quit' };

export const askLine = (about: Omit<LineState, 'scroll' | 'input' | 'refused'>, line = ''): LineState => ({
  ...about,
  scroll: 0,
  input: createTextInput(line),
});
export const askYesNo = (about: Omit<ConfirmState, 'scroll' | 'confirm'>): ConfirmState => ({ ...about, scroll: 0, confirm: createConfirm() });

const WIDEST = 84;

const head = ({ title, help }: Asked, width: number, look: Look) => [
  ...paragraph(look.row(title, 'strong'), width),
  ...paragraph(look.row(help, 'muted'), width),
  BLANK,
];

/** One line, such as a new name. */
export const linePanel: Panel<LineState, Given<string>> = {
  reduce(state, press) {
    if (is(press, 'back')) return { state, result: { type: 'back' } };
    const { refused: _refused, ...rest } = state;
    if (!is(press, 'accept')) return { state: { ...rest, input: reduceTextInput(state.input, press) } };
    const value = textOf(state.input).trim();
    const refused = state.check(value);
    return refused === undefined ? { state, result: { type: 'given', value } } : { state: { ...state, refused } };
  },
  draw(state, area, look) {
    const width = Math.min(WIDEST, area.width);
    const above = head(state, width, look);
    const input = drawTextInput(state.input, { width, look, active: true });
    const below = state.refused === undefined ? [] : [BLANK, ...drawRemark(state.refused, [], 'warning', width, look)];
    const cursor = input.cursor === undefined ? {} : { cursor: { x: input.cursor.x, y: input.cursor.y + above.length } };
    return { main: { rows: [...above, ...input.rows, ...below], ...cursor }, hints: ['accept', 'back', 'leave'], name: look.words(state.title) };
  },
  letters: () => false,
};

/** Yes or no; no is what Enter alone means. */
export const confirmPanel: Panel<ConfirmState, Given<boolean>> = {
  reduce(state, press) {
    if (is(press, 'back')) return { state, result: { type: 'back' } };
    if (is(press, 'accept')) return { state, result: { type: 'given', value: state.confirm.value } };
    return { state: { ...state, confirm: reduceConfirm(state.confirm, press) } };
  },
  draw(state, area, look) {
    const width = Math.min(WIDEST, area.width);
    const drawn = drawConfirm(state.confirm, { look, active: true });
    return {
      main: { rows: [...head(state, width, look), ...drawn.rows] },
      hints: ['accept', 'moveOrLetters', 'yes', 'no', 'back', 'leave'],
      name: look.words(state.title),
    };
  },
};
