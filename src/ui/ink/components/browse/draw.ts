import type { KeyId } from '../../keys.ts';
import { page, windowAround } from '../../layout/fit.ts';
import { BLANK, cutRow, piece, type Row, textRow } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import { type Area, columnsFor, type Drawing } from '../../screens/drawing.ts';
import { place } from '../select/messages.ts';
import type { Browse } from './state.ts';

/** One entry of the list. */
export interface Entry {
  /** Rows above it that cannot be marked: a heading. */
  readonly above?: readonly Row[];
  /** @param width what is left beside the mark */
  row(width: number, marked: boolean): Row;
  /** What there is to say about it. */
  about(width: number): readonly Row[];
}

export interface Browsed {
  readonly head: readonly Row[];
  readonly entries: readonly Entry[];
  /** Below the list. */
  readonly foot?: (width: number) => readonly Row[];
  /** Instead of the list, where there is none. */
  readonly empty: readonly Row[];
}

/** The keys that page through what is said, where it is longer than its place. */
export const paging = ({ last = 0 }: Pick<Drawing, 'last'>): readonly KeyId[] => (last > 0 ? ['pages'] : []);

const MARK = 2;
const WIDEST = 100;

/** The list, and beside or below it what is known about the marked entry; or that alone. */
export function drawBrowse(
  browse: Browse,
  { head, entries, foot, empty }: Browsed,
  area: Area,
  look: Look,
): Pick<Drawing, 'main' | 'side' | 'sideWidth' | 'last'> {
  const marked = entries[browse.index];
  const belowAt = (width: number): readonly Row[] => {
    const rows = foot?.(width) ?? [];
    return rows.length === 0 ? [] : [BLANK, ...rows];
  };
  if (marked === undefined) return { main: { rows: [...head, ...empty, ...belowAt(area.width)].slice(0, area.height) } };
  const about = (width: number): readonly Row[] => marked.about(Math.min(WIDEST, width));
  if (browse.open) {
    const { rows, last } = page(about(area.width), area.height, browse.scroll, look);
    return { main: { rows }, last };
  }
  const { main, side } = columnsFor(area.width, look);
  const below = belowAt(main);
  const room = area.height - head.length - below.length;
  const list = linesOf(entries, browse.index, main, look);
  if (side > 0) {
    const panel = page(about(side), area.height, browse.scroll, look);
    const rows = [...head, ...windowed(list, room, look), ...below].slice(0, area.height);
    return { main: { rows }, side: panel.rows, sideWidth: side, last: panel.last };
  }
  const text = about(area.width);
  // A long list gives way to what is said, half of the room remains to it.
  const listRoom = Math.min(list.rows.length, Math.max(Math.ceil(room / 2), room - text.length - 1));
  const shown = windowed(list, listRoom, look);
  const rest = room - shown.length - 1;
  const more = text.length === 0 ? { rows: [], last: 0 } : page(text, rest, browse.scroll, look);
  const gap = more.rows.length === 0 ? [] : [BLANK];
  return { main: { rows: [...head, ...shown, ...gap, ...more.rows, ...below].slice(0, area.height) }, last: more.last };
}

interface List {
  readonly rows: readonly Row[];
  /** The row of the marked entry. */
  readonly at: number;
  readonly index: number;
  readonly count: number;
}

/** The rows around the marked one; where some are left out, the last row says which of how many it is. */
function windowed({ rows, at, index, count }: List, height: number, look: Look): readonly Row[] {
  if (rows.length <= height) return rows;
  const { from, to } = windowAround(rows.length, at, Math.max(1, height - 1));
  const shown = rows.slice(from, to);
  return height < 2 ? shown : [...shown, textRow(`  ${look.words(place(index + 1, count))}`, 'muted')];
}

function linesOf(entries: readonly Entry[], index: number, width: number, look: Look): List {
  const rows: Row[] = [];
  let at = 0;
  for (const [place, entry] of entries.entries()) {
    rows.push(...(entry.above ?? []));
    const marked = place === index;
    if (marked) at = rows.length;
    rows.push(cutRow([piece(marked ? `${look.symbols.pointer} ` : '  ', 'accent'), ...entry.row(width - MARK, marked)], width, look.symbols.ellipsis));
  }
  return { rows, at, index, count: entries.length };
}
