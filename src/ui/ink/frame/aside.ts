import type { Text } from '../../../core/contracts/index.ts';
import { firstRows } from '../layout/fit.ts';
import { BLANK, labelled, paragraph, piece, type Row } from '../layout/rows.ts';
import type { Look } from '../look.ts';
import type { Tone } from '../theme.ts';

/** One thing that is said beside the screen. */
export interface AsideLine {
  readonly text: Text;
  readonly mark?: 'done' | 'now' | 'open';
  /** How far it belongs to what stands above: each step is two columns. */
  readonly inset?: number;
  /** A free row above it. */
  readonly apart?: boolean;
  readonly tone?: Tone;
  /** Where there is not room for all, the larger gives way to the smaller; left out: it stays. */
  readonly spare?: number;
  /** What stays may still be too long. `row`: then one row of it will do. `end`: then its end is left out. */
  readonly shortens?: 'row' | 'end';
}

export interface AsideView {
  readonly lines: readonly AsideLine[];
  /** All of it in a sentence, where there is no room beside the screen. */
  readonly folded: Text;
  /** Rows of that which are worth having. */
  readonly rows: number;
  /** A key brings more. */
  readonly more: boolean;
}

/** Somebody else's words, beside whatever is on the screen. Who that is the screens do not know. */
export interface Aside {
  view(): AsideView;
  /** Tells of a change. Returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** What a key does while work is under way: the clock is moved. */
  readonly later?: () => void;
  /** What the key that brings more does. */
  readonly more?: () => void;
}

const PANEL_FROM = 98;

/** Columns of the panel; 0 where it is folded. @param width of the frame */
export function asideWidth(width: number, look: Look): number {
  return width < PANEL_FROM || look.screenReader ? 0 : Math.min(44, Math.floor(width * 0.34));
}

/** What fits into the panel. */
export function drawAside({ lines }: AsideView, width: number, height: number, look: Look): readonly Row[] {
  const drawn = (kept: ReadonlySet<number>): readonly Row[] => rowsOf(keeping(lines, kept), width, look);
  const levels = [...new Set(lines.flatMap(({ spare }) => spare ?? []))].sort((one, other) => one - other);
  // What matters more is tried first; what is too long for the room that is left makes none for the next.
  const kept = new Set<number>();
  for (const level of levels) if (drawn(kept.add(level)).length > height) kept.delete(level);
  return shortened(keeping(lines, kept), width, height, look).slice(0, height);
}

const keeping = (lines: readonly AsideLine[], kept: ReadonlySet<number>): readonly AsideLine[] =>
  lines.filter(({ spare = 0 }) => spare === 0 || kept.has(spare));

const rowsOf = (lines: readonly AsideLine[], width: number, look: Look): readonly Row[] => lines.flatMap((line, at) => drawLine(line, at, width, look));

/** First what is content with one row, then what can lose its end. */
function shortened(lines: readonly AsideLine[], width: number, height: number, look: Look): readonly Row[] {
  const drawn: { readonly line: AsideLine; rows: readonly Row[] }[] = lines.map((line, at) => ({ line, rows: drawLine(line, at, width, look) }));
  for (const way of ['row', 'end'] as const) {
    for (const each of drawn) {
      const over = drawn.reduce((sum, { rows }) => sum + rows.length, 0) - height;
      if (over <= 0 || each.line.shortens !== way) continue;
      const least = each.line.apart === true ? 2 : 1;
      each.rows = firstRows(each.rows, way === 'row' ? least : Math.max(least, each.rows.length - over), width, look);
    }
  }
  return drawn.flatMap(({ rows }) => rows);
}

/** The same below the screen. */
export function foldedAside({ folded, rows: most }: AsideView, width: number, roomy: boolean, look: Look): readonly Row[] {
  // Words that are longer than their place say the most at their beginning.
  return firstRows(paragraph(look.row(folded, 'accent'), width), roomy ? most : Math.max(1, most - 1), width, look);
}

function drawLine({ text, mark, inset = 0, apart = false, tone = 'plain' }: AsideLine, at: number, width: number, look: Look): readonly Row[] {
  const { symbols } = look;
  const marks = { done: piece(`${symbols.done} `, 'good'), now: piece(`${symbols.now} `, 'accent'), open: piece(`${symbols.open} `, 'muted') };
  const label: Row = [...(inset === 0 ? [] : [piece('  '.repeat(inset))]), ...(mark === undefined ? [] : [marks[mark]])];
  const rows = label.length === 0 ? paragraph(look.row(text, tone), width) : labelled(label, look.row(text, tone), width);
  return apart && at > 0 ? [BLANK, ...rows] : rows;
}
