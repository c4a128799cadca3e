import { say } from '../../../../core/text/say.ts';
import { visible } from '../../../../core/text/visible.ts';
import { cutRow, type Drawn, paragraph, piece, type Row, textRow } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import { drawTextInput } from '../text-input/draw.ts';
import type { ListInput } from './state.ts';

const HOW = say(
  'Enter adds; Enter on an empty line is done; Backspace takes the last one back.',
  'Enter で追加、空行で Enter を押すと完了、Backspace で直前の項目に戻ります。',
);
const EARLIER = (count: number) => say('{count} before these', 'ほかに {count} 件', { count });

/** The entries, the line for the next, and how to use it. */
export function drawList(list: ListInput, space: { readonly width: number; readonly height: number; readonly look: Look; readonly active: boolean }): Drawn {
  const { look, width, height } = space;
  const how = paragraph(look.words(HOW), width, 'muted');
  const room = Math.max(0, height - how.length - 1);
  const hidden = list.entries.length > room ? list.entries.length - Math.max(0, room - 1) : 0;
  const entries: readonly Row[] = [
    ...(hidden > 0 && room > 0 ? [textRow(`  ${look.words(EARLIER(hidden))}`, 'muted')] : []),
    ...list.entries.slice(hidden).map((entry) => cutRow([piece(`  ${look.symbols.bullet} `, 'muted'), piece(visible(entry))], width, look.symbols.ellipsis)),
  ];
  const input = drawTextInput(list.input, { width, look, active: space.active });
  const rows = [...entries, ...input.rows, ...how].slice(0, height);
  return { rows, ...(input.cursor === undefined ? {} : { cursor: { x: input.cursor.x, y: entries.length } }) };
}
