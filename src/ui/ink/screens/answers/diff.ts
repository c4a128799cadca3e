import type { Json } from '../../../../core/contracts/index.ts';
import { visible } from '../../../../core/text/visible.ts';
import { is } from '../../keys.ts';
import { page } from '../../layout/fit.ts';
import { BLANK, labelled, paragraph, piece, textRow } from '../../layout/rows.ts';
import type { Panel } from '../panel/panel.ts';
import { diffOf } from '../review/diff.ts';
import { scrolled } from '../scroll.ts';
import { DIFF, keepsComments, NOTHING } from './messages.ts';

export interface DiffState {
  readonly scroll: number;
  readonly before: Json;
  readonly after: Json;
  readonly file: string;
}

export type DiffResult = 'save' | 'back' | 'quit';

const WIDEST = 110;

/** What saving would change in the file, line by line. */
export const diffPanel: Panel<DiffState, DiffResult> = {
  reduce(state, press) {
    if (is(press, 'back')) return { state, result: 'back' };
    if (is(press, 'accept') || is(press, 'save')) return { state, result: 'save' };
    return { state: { ...state, scroll: scrolled(state.scroll, press) } };
  },
  draw(state, area, look) {
    const width = Math.min(WIDEST, area.width);
    const name = look.words(DIFF);
    const lines = diffOf(state.before, state.after).flatMap((line) =>
      labelled([piece(`${line.sign} `, line.sign === '+' ? 'good' : 'bad'), piece(`${visible(line.name)}: `, 'muted')], visible(line.value), width),
    );
    const head = [textRow(name, 'strong'), BLANK];
    const foot = [BLANK, ...paragraph(look.row(keepsComments(state.file), 'muted'), width)];
    const { rows, last } = page(
      lines.length === 0 ? paragraph(look.words(NOTHING), width, 'muted') : lines,
      area.height - head.length - foot.length,
      state.scroll,
      look,
    );
    const scroll = last > 0 ? (['scroll'] as const) : [];
    return { main: { rows: [...head, ...rows, ...foot] }, last, hints: ['saveNow', ...scroll, 'back', 'leave'], name };
  },
};
