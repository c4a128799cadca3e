import { padEnd, widthOf } from '../../../text/width.ts';
import { firstRows, windowAround } from '../../layout/fit.ts';
import { BLANK, cutRow, type Drawn, labelled, type Piece, paragraph, piece, type Row, rowWidth, textRow } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import { drawTextInput } from '../text-input/draw.ts';
import { FILTER, NO_MATCH, NOT_NOW, NOTHING, place, SUGGESTED } from './messages.ts';
import { type Item, type Select, shownItems } from './state.ts';

interface Space {
  readonly width: number;
  readonly height: number;
  readonly look: Look;
  readonly active: boolean;
}

/** The filter where there is one, the items around the mark, and below them what is known about the marked one. */
export function drawSelect(select: Select, space: Space): Drawn {
  const { look, width, height } = space;
  const items = shownItems(select);
  const head = select.filtering ? drawFilter(select, items.length, space) : { rows: [] };
  if (items.length === 0) {
    const rows = [...head.rows, ...paragraph(look.words(select.filtering ? NO_MATCH : NOTHING), width, 'muted')];
    return { ...head, rows };
  }
  const focused = items[select.index];
  const inline = detailsFit(columnsOf(select.items), width);
  const about = focused === undefined ? [] : drawAbout(focused, inline, space);
  const room = Math.max(1, height - head.rows.length);
  // Why something cannot be chosen is said in any case; what is merely worth knowing leaves more of the list.
  const least = focused?.reason === undefined ? LEAST_ITEMS : LEAST_BESIDE_REASON;
  const aboutRoom = Math.min(about.length, Math.max(0, room - Math.min(items.length, least)));
  const listRoom = Math.max(1, Math.min(items.length, room - aboutRoom - (items.length > room - aboutRoom ? 1 : 0)));
  const { from, to } = windowAround(items.length, select.index, listRoom);
  const columns = inline ? columnsOf(select.items).label : 0;
  const rows = items.slice(from, to).map((item, at) => drawItem(item, from + at === select.index, columns, space));
  const more: readonly Row[] = to - from < items.length ? [textRow(`  ${look.words(place(select.index + 1, items.length))}`, 'muted')] : [];
  const all = [...head.rows, ...rows, ...more].slice(0, height);
  const left = height - all.length;
  // A free row by itself says nothing.
  return { ...head, rows: left < 2 ? all : [...all, ...firstRows(about, left, width, look)] };
}

function drawFilter(select: Select, found: number, space: Space): Drawn {
  const { look, width, active } = space;
  const label = piece(`${look.words(FILTER)} `, 'muted');
  const count = piece(`  ${look.words(place(found, select.items.length))}`, 'muted');
  const input = drawTextInput(select.filter, { width: width - widthOf(label.text) - widthOf(count.text), look, active });
  const row = [label, ...(input.rows[0] ?? []), count];
  return { rows: [row], ...(input.cursor === undefined ? {} : { cursor: { x: input.cursor.x + widthOf(label.text), y: 0 } }) };
}

const LEAST_ITEMS = 5;
const LEAST_BESIDE_REASON = 3;
const LEFT = 2;
const GAP = 3;

const REMARK = 18;

interface Columns {
  readonly label: number;
  readonly detail: number;
}

// Measured once a list: thousands of items are not measured again at every key.
const measured = new WeakMap<readonly Item[], Columns>();

function columnsOf(items: readonly Item[]): Columns {
  const known = measured.get(items);
  if (known !== undefined) return known;
  const columns = items.reduce<Columns>(
    (widest, item) => ({ label: Math.max(widest.label, widthOf(item.label)), detail: Math.max(widest.detail, widthOf(item.detail ?? '')) }),
    { label: 0, detail: 0 },
  );
  measured.set(items, columns);
  return columns;
}

/** Details stand in a column of their own where every one of them fits. */
function detailsFit(columns: Columns, width: number): boolean {
  return LEFT + columns.label + GAP + columns.detail + GAP + REMARK <= width;
}

function drawItem(item: Item, focused: boolean, columns: number, { look, width, active }: Space): Row {
  const mark = piece(focused ? `${look.symbols.pointer} ` : '  ', active ? 'accent' : 'muted');
  const tone = item.reason !== undefined ? 'muted' : focused && active ? 'accent' : 'plain';
  const followed = (columns > 0 && item.detail !== undefined) || item.reason !== undefined || item.suggested === true;
  const pieces: Piece[] = [mark, piece(followed ? padEnd(item.label, columns) : item.label, tone)];
  if (columns > 0 && item.detail !== undefined) pieces.push(piece(`${' '.repeat(GAP)}${item.detail}`, 'muted'));
  if (item.reason !== undefined) pieces.push(piece(`${' '.repeat(GAP)}${look.symbols.skipped} ${look.words(NOT_NOW)}`, 'muted'));
  else if (item.suggested === true) {
    const suggested = piece(`${' '.repeat(GAP)}${look.words(SUGGESTED)}`, 'good');
    // The mark of the list stands there already: a part of the word would only be in the way.
    if (rowWidth([...pieces, suggested]) <= width) pieces.push(suggested);
  }
  return cutRow(pieces, width, look.symbols.ellipsis);
}

/** What did not fit beside the marked item, and why it cannot be chosen. */
function drawAbout(item: Item, inline: boolean, { look, width }: Space): readonly Row[] {
  const detail = !inline && item.detail !== undefined ? paragraph(item.detail, width - LEFT, 'muted') : [];
  const reason = item.reason === undefined ? [] : labelled([piece(`${look.symbols.warning} `, 'warn')], item.reason, width - LEFT);
  const cure = item.cure === undefined ? [] : labelled([piece(`${look.symbols.arrow} `, 'muted')], item.cure, width - LEFT);
  const rows = [...detail, ...reason, ...cure];
  return rows.length === 0 ? [] : [BLANK, ...rows.map((row): Row => [piece('  '), ...row])];
}
