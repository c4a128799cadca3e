import { compose, type Frame } from '../../src/ui/ink/frame/compose.ts';
import { type Row, rowWidth } from '../../src/ui/ink/layout/rows.ts';
import { createLook, type Look, type LookOptions } from '../../src/ui/ink/look.ts';
import type { Model } from '../../src/ui/ink/model.ts';
import { padEnd, widthOf } from '../../src/ui/text/width.ts';

export const lookOf = (options: Partial<LookOptions> = {}): Look => createLook({ language: 'en', depth: 1, unicode: true, screenReader: false, ...options });

export const wordsOf = (rows: readonly Row[]): readonly string[] => rows.map((row) => row.map((part) => part.text).join(''));

/** Every row of a frame that is wider than its place, and the frame's height. */
export function measure(model: Model, look: Look): { readonly height: number; readonly tooWide: readonly string[] } {
  const frame = compose(model, look);
  if (frame.type === 'too-small') return { height: frame.rows.length, tooWide: wide(frame.rows, model.size.columns) };
  return {
    height: heightOf(frame),
    tooWide: [
      ...wide([frame.header, ...frame.map, ...frame.footer], frame.width),
      ...wide(frame.main.rows, mainWidth(frame)),
      ...wide(frame.side?.rows ?? [], frame.side?.width ?? 0),
      ...wide(frame.panel?.rows ?? [], frame.panel?.width ?? 0),
    ],
  };
}

type Whole = Extract<Frame, { type: 'whole' }>;

const mainWidth = (frame: Whole): number =>
  [frame.side, frame.panel].reduce((width, beside) => width - (beside === undefined ? 0 : beside.width + 3), frame.width);
const heightOf = (frame: Whole): number =>
  1 +
  frame.map.length +
  1 +
  frame.gap +
  Math.max(frame.area.height, frame.main.rows.length, frame.side?.rows.length ?? 0, frame.panel?.rows.length ?? 0) +
  1 +
  frame.footer.length;
const wide = (rows: readonly Row[], width: number): readonly string[] =>
  wordsOf(rows.filter((row) => rowWidth(row) > width)).map((line) => `${widthOf(line)} > ${width}: ${line}`);

/** What a person is to see of a frame, row by row. */
export function linesOf(frame: Frame, look: Look): readonly string[] {
  if (frame.type === 'too-small') return wordsOf(frame.rows);
  const { area, side, panel } = frame;
  const rule = look.symbols.rule.repeat(frame.width);
  const body = Array.from({ length: area.height }, (_, at) =>
    [side, panel].reduce((left, beside) => {
      if (beside === undefined || beside.rows.length === 0) return left;
      const start = area.width + (beside === panel ? 0 : -beside.width - 3);
      return `${padEnd(left, start)} ${look.symbols.wall} ${wordsOf(beside.rows)[at] ?? ''}`;
    }, wordsOf(frame.main.rows)[at] ?? ''),
  );
  const lines = [...wordsOf([frame.header, ...frame.map]), rule, ...Array.from({ length: frame.gap }, () => ''), ...body, rule, ...wordsOf(frame.footer)];
  return lines.map((line) => `${' '.repeat(frame.margin)}${line}`.trimEnd());
}
