import { truncate, widthOf, wrap } from '../../text/width.ts';
import type { Tone } from '../theme.ts';

/** A run of text with one meaning. */
export interface Piece {
  readonly text: string;
  readonly tone: Tone;
  /** Where it leads, on terminals that open links. */
  readonly url?: string;
}

/** One line of the screen. */
export type Row = readonly Piece[];

/** Where the terminal's cursor stands, counted from the first row and column of what is drawn. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** What a component draws: never wider or higher than it was allowed. */
export interface Drawn {
  readonly rows: readonly Row[];
  readonly cursor?: Spot;
}

export const BLANK: Row = [];

export const piece = (text: string, tone: Tone = 'plain'): Piece => ({ text, tone });
export const textRow = (text: string, tone: Tone = 'plain'): Row => [piece(text, tone)];
export const rowWidth = (row: Row): number => row.reduce((sum, part) => sum + widthOf(part.text), 0);

/** The part of a row between two positions in its text. */
function slice(row: Row, from: number, to: number): Row {
  const kept: Piece[] = [];
  let at = 0;
  for (const part of row) {
    const text = part.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (text !== '') kept.push({ ...part, text });
    at += part.text.length;
  }
  return kept;
}

/** A paragraph of rows at most `width` wide, broken between words. */
export function paragraph(content: string | Row, width: number, tone: Tone = 'plain'): readonly Row[] {
  const row = typeof content === 'string' ? textRow(content, tone) : content;
  const whole = row.map((part) => part.text).join('');
  let at = 0;
  return wrap(whole, width).map((line) => {
    const from = Math.max(at, whole.indexOf(line, at));
    at = from + line.length;
    return slice(row, from, at);
  });
}

/** A paragraph behind a mark or a name; the following rows stand below its first word. */
export function labelled(label: Row, content: string | Row, width: number, tone: Tone = 'plain'): readonly Row[] {
  const columns = rowWidth(label);
  return paragraph(content, Math.max(1, width - columns), tone).map((row, at) => [...(at === 0 ? label : [piece(' '.repeat(columns))]), ...row]);
}

/** At most `width` columns, with an ellipsis where something is left out. */
export function cutRow(row: Row, width: number, ellipsis: string): Row {
  if (rowWidth(row) <= width) return row;
  const kept: Piece[] = [];
  let left = width;
  for (const part of row) {
    const size = widthOf(part.text);
    if (size + widthOf(ellipsis) <= left) {
      kept.push(part);
      left -= size;
      continue;
    }
    kept.push({ ...part, text: truncate(part.text + ' '.repeat(left), left, ellipsis) });
    break;
  }
  return kept;
}

export const indent = (rows: readonly Row[], columns: number): readonly Row[] =>
  rows.map((row) => (row.length === 0 ? row : [piece(' '.repeat(columns)), ...row]));

/** The right part stands at the right edge; the left one gives way. */
export function spread(left: Row, right: Row, width: number, ellipsis: string): Row {
  if (right.length === 0) return cutRow(left, width, ellipsis);
  const end = cutRow(right, width, ellipsis);
  const room = width - rowWidth(end) - 1;
  if (room < 1) return end;
  const start = cutRow(left, room, ellipsis);
  return [...start, piece(' '.repeat(width - rowWidth(start) - rowWidth(end))), ...end];
}
