import type { Text } from '../../../../core/contracts/index.ts';
import { formatTimeOfDay } from '../../../text/formats.ts';
import { widthOf } from '../../../text/width.ts';
import { piece, type Row } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import type { Tone } from '../../theme.ts';
import { ASKED, END, NOW, USUAL } from './messages.ts';

/** A long wait. Times in ms since the epoch. */
export interface TimeLine {
  readonly startedAt: number;
  readonly now: number;
  readonly expectedMs: number;
  readonly deadline?: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const STEPS = [HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR] as const;
/** From this on the hours of a wait are worth being drawn. */
export const LONG = HOUR;
const LEAST = 50;
const WIDEST = 72;
// `15:05` and a free column on both sides.
const APART = 9;

/** Whether there is room for it. */
export const timeLineFits = ({ expectedMs }: Pick<TimeLine, 'expectedMs'>, width: number): boolean => expectedMs >= LONG && width >= LEAST;

/**
 * The hours from the beginning to the usual end, or, once that is over, to the end of patience: a bar with a mark now, the times of day below it,
 * and what some of them mean.
 */
export function drawTimeLine(line: TimeLine, width: number, look: Look): readonly Row[] {
  const { startedAt, now, expectedMs, deadline } = line;
  const usual = startedAt + expectedMs;
  const late = now > usual;
  const end = late ? Math.max(now, deadline ?? now) : usual;
  const columns = Math.min(WIDEST, width) - 1;
  const at = (when: number): number => Math.round((Math.max(0, Math.min(1, (when - startedAt) / (end - startedAt))) || 0) * columns);
  const step = STEPS.find((each) => (each / (end - startedAt)) * columns >= APART) ?? end - startedAt;
  const ticks: readonly number[] = Array.from({ length: Math.floor((end - startedAt) / step) + 1 }, (_, index) => startedAt + index * step);
  const here = at(now);
  return [
    drawBar({ columns, here, ticks: new Set(ticks.map(at)) }, look),
    place(
      ticks.map((when) => ({ at: at(when), text: formatTimeOfDay(when), tone: 'muted' })),
      columns,
    ),
    place(
      [{ at: here, text: look.words(NOW), tone: 'accent' }, word(0, ASKED, look), word(at(usual), USUAL, look), ...(late ? [word(columns, END, look)] : [])],
      columns,
    ),
  ];
}

function drawBar({ columns, here, ticks }: { readonly columns: number; readonly here: number; readonly ticks: ReadonlySet<number> }, { symbols }: Look): Row {
  const cells = Array.from({ length: columns + 1 }, (_, at): readonly [string, Tone] => {
    if (at === here) return [symbols.now, 'accent'];
    if (at < here) return [ticks.has(at) ? symbols.fullTick : symbols.full, 'accent'];
    return [ticks.has(at) ? symbols.emptyTick : symbols.empty, 'muted'];
  });
  return cells.map(([text, tone]) => piece(text, tone));
}

interface Label {
  readonly at: number;
  readonly text: string;
  readonly tone: Tone;
}

const word = (at: number, text: Text, look: Look): Label => ({ at, text: look.words(text), tone: 'muted' });

/** Words under their marks, within the line; the first of two that would touch is kept. */
function place(labels: readonly Label[], columns: number): Row {
  const placed: (Label & { readonly from: number; readonly to: number })[] = [];
  for (const label of labels) {
    const wide = widthOf(label.text);
    const from = Math.max(0, Math.min(columns + 1 - wide, label.at - Math.floor(wide / 2)));
    const to = from + wide;
    if (placed.every((other) => to < other.from || from > other.to)) placed.push({ ...label, from, to });
  }
  let last = 0;
  return placed
    .toSorted((one, other) => one.from - other.from)
    .flatMap(({ from, to, text, tone }) => {
      const gap = piece(' '.repeat(from - last));
      last = to;
      return [gap, piece(text, tone)];
    });
}
