import { padEnd, widthOf } from '../../../text/width.ts';
import { windowAround } from '../../layout/fit.ts';
import { BLANK, cutRow, type Drawn, type Piece, piece, type Row, textRow } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import { NOT_NOW, place, SUGGESTED } from '../select/messages.ts';
import type { Item } from '../select/state.ts';
import { drawTextInput } from '../text-input/draw.ts';
import { type Combo, shownSuggestions } from './state.ts';

/** The line, `note` (where the suggestions come from, or why there are none), and the suggestions around the marked one. */
export function drawCombo(
  combo: Combo,
  space: { readonly width: number; readonly height: number; readonly look: Look; readonly active: boolean; readonly note: readonly Row[] },
): Drawn {
  const { look, width, height, note } = space;
  const items = shownSuggestions(combo);
  const ghost = items.find((item) => item.value === combo.ghost)?.label ?? combo.ghost ?? items[combo.index]?.label;
  const input = drawTextInput(combo.input, { width, look, active: space.active, marked: combo.index < 0, ...(ghost === undefined ? {} : { ghost }) });
  const head = [...input.rows, BLANK, ...note];
  const room = height - head.length;
  if (items.length === 0 || room < 1) return { ...input, rows: head.slice(0, height) };
  const fits = items.length <= room;
  const { from, to } = windowAround(items.length, Math.max(0, combo.index), fits ? items.length : Math.max(1, room - 1));
  const column = Math.min(Math.floor(width / 2), Math.max(...items.slice(from, to).map((item) => widthOf(item.label))));
  const rows = items.slice(from, to).map((item, at) => drawSuggestion(item, from + at === combo.index, { column, width, look }));
  const more: readonly Row[] = fits ? [] : [textRow(`  ${look.words(place(Math.max(0, combo.index) + 1, items.length))}`, 'muted')];
  return { ...input, rows: [...head, ...rows, ...more].slice(0, height) };
}

function drawSuggestion(item: Item, marked: boolean, { column, width, look }: { readonly column: number; readonly width: number; readonly look: Look }): Row {
  // A long value that a name stands for says less than what its lister said of it.
  const about = item.detail ?? (item.value === item.label ? undefined : item.value);
  const pieces: Piece[] = [
    piece(marked ? `${look.symbols.pointer} ` : '  ', 'accent'),
    piece(about === undefined ? item.label : padEnd(item.label, column), marked ? 'accent' : 'plain'),
  ];
  if (about !== undefined) pieces.push(piece(`  ${about}`, 'muted'));
  if (item.reason !== undefined) pieces.push(piece(`  ${look.symbols.skipped} ${look.words(NOT_NOW)}`, 'muted'));
  else if (item.suggested === true) pieces.push(piece(`  ${look.words(SUGGESTED)}`, 'good'));
  return cutRow(pieces, width, look.symbols.ellipsis);
}
