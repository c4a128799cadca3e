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
  const ghost = combo.ghost ?? shownSuggestions(combo)[combo.index]?.label;
  const input = drawTextInput(combo.input, { width, look, active: space.active, marked: combo.index < 0, ...(ghost === undefined ? {} : { ghost }) });
  const items = shownSuggestions(combo);
  const head = [...input.rows, BLANK, ...note];
  const room = height - head.length;
  if (items.length === 0 || room < 1) return { ...input, rows: head.slice(0, height) };
  const fits = items.length <= room;
  const { from, to } = windowAround(items.length, Math.max(0, combo.index), fits ? items.length : Math.max(1, room - 1));
  const rows = items.slice(from, to).map((item, at) => drawSuggestion(item, from + at === combo.index, width, look));
  const more: readonly Row[] = fits ? [] : [textRow(`  ${look.words(place(Math.max(0, combo.index) + 1, items.length))}`, 'muted')];
  return { ...input, rows: [...head, ...rows, ...more].slice(0, height) };
}

function drawSuggestion(item: Item, marked: boolean, width: number, look: Look): Row {
  const pieces: Piece[] = [piece(marked ? `${look.symbols.pointer} ` : '  ', 'accent'), piece(item.label, marked ? 'accent' : 'plain')];
  if (item.value !== item.label) pieces.push(piece(`  ${item.value}`, 'muted'));
  if (item.detail !== undefined) pieces.push(piece(`  ${item.detail}`, 'muted'));
  if (item.reason !== undefined) pieces.push(piece(`  ${look.symbols.skipped} ${look.words(NOT_NOW)}`, 'muted'));
  else if (item.suggested === true) pieces.push(piece(`  ${look.words(SUGGESTED)}`, 'good'));
  return cutRow(pieces, width, look.symbols.ellipsis);
}
