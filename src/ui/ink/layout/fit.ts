import { say } from '../../../core/text/say.ts';
import type { Look } from '../look.ts';
import { cutRow, piece, type Row, textRow } from './rows.ts';

/** The rows of a window `height` high that keeps `index` in sight, moving one row at a time. */
export function windowAround(count: number, index: number, height: number): { readonly from: number; readonly to: number } {
  const from = Math.max(0, Math.min(index - Math.floor(height / 2), count - height));
  return { from, to: Math.min(count, from + height) };
}

/** The first rows of a text; where some are left out, the last one ends in an ellipsis. @param most 1 at least */
export function firstRows(rows: readonly Row[], most: number, width: number, look: Look): readonly Row[] {
  const last = rows[most - 1];
  if (rows.length <= most || last === undefined) return rows;
  const { ellipsis } = look.symbols;
  return [...rows.slice(0, most - 1), cutRow([...last, piece(ellipsis, last.at(-1)?.tone)], width, ellipsis)];
}

export interface Page {
  readonly rows: readonly Row[];
  /** The largest offset that still shows something new. */
  readonly last: number;
}

/** The part of long content from `offset` on that fits; its last row says how much is left. */
export function page(rows: readonly Row[], height: number, offset: number, look: Look): Page {
  if (height < 1) return { rows: [], last: 0 };
  if (rows.length <= height) return { rows, last: 0 };
  const shown = Math.max(1, height - 1);
  const last = rows.length - shown;
  const from = Math.max(0, Math.min(offset, last));
  const left = rows.length - from - shown;
  const { ellipsis } = look.symbols;
  const footer = left > 0 ? say(`${ellipsis} {count} more lines below`, `${ellipsis} この下にあと {count} 行`, { count: left }) : say('End', '末尾');
  const body = rows.slice(from, from + shown);
  return { rows: height === 1 ? body : [...body, textRow(look.words(footer), 'muted')], last };
}
