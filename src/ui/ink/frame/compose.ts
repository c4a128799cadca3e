import type { KeyId } from '../keys.ts';
import { type Drawn, paragraph, type Row, type Spot, textRow } from '../layout/rows.ts';
import type { Look } from '../look.ts';
import type { Model, Size } from '../model.ts';
import { type Area, columnsBeside, type Drawing, WALL } from '../screens/drawing.ts';
import { drawGlossary } from '../screens/glossary/draw.ts';
import type { Glossary } from '../screens/glossary/state.ts';
import { lettersAreKeys } from '../screens/letters.ts';
import { drawScreen } from '../screens/screen.ts';
import { asideWidth, drawAside, foldedAside } from './aside.ts';
import { drawFooter } from './footer.ts';
import { drawHeader, drawMap } from './header.ts';
import { tooSmall } from './messages.ts';

export const LEAST: Size = { columns: 40, rows: 15 };
const MARGIN = 1;
const ONE_ROW_OF_KEYS = 90;

/** The whole frame, ready to be written: never higher than the terminal's rows less one, never wider than its columns. */
export type Frame =
  | { readonly type: 'too-small'; readonly rows: readonly Row[] }
  | {
      readonly type: 'whole';
      readonly margin: number;
      readonly width: number;
      readonly header: Row;
      /** Empty until the steps are known. */
      readonly map: readonly Row[];
      readonly gap: number;
      readonly area: Area;
      readonly main: Drawn;
      readonly side?: Beside;
      /** Right of everything: somebody else's. */
      readonly panel?: Beside;
      readonly footer: readonly Row[];
      readonly name: string;
      /** In the frame, from its top left corner. */
      readonly cursor?: Spot;
    };

interface Beside {
  readonly rows: readonly Row[];
  readonly width: number;
}

interface Plan {
  readonly width: number;
  readonly map: number;
  readonly gap: number;
  readonly footer: number;
  /** Columns of the panel, or rows where it is folded. */
  readonly panel: number;
  readonly folded: readonly Row[];
  readonly area: Area;
}

function planOf({ size, steps, aside: beside }: Model, look: Look): Plan {
  const width = size.columns - 2 * MARGIN;
  const roomy = size.rows >= 20;
  const map = steps.length === 0 ? 0 : 1;
  const gap = roomy ? 1 : 0;
  const footer = roomy && width < ONE_ROW_OF_KEYS ? 2 : 1;
  const panel = beside === undefined ? 0 : asideWidth(width, look);
  const folded = beside === undefined || panel > 0 ? [] : foldedAside(beside.view, width, roomy, look);
  // Header, two rules, and the row that stays free below the frame.
  return {
    width,
    map,
    gap,
    footer,
    panel,
    folded,
    area: { width: width - (panel === 0 ? 0 : panel + WALL), height: size.rows - 4 - map - gap - footer - folded.length },
  };
}

/** The room that a screen has, for those who need to know before it is drawn. */
export const areaOf = (model: Model, look: Look): Area => planOf(model, look).area;

export function compose(model: Model, look: Look): Frame {
  const { size } = model;
  if (size.columns < LEAST.columns || size.rows < LEAST.rows) {
    const text = look.words(tooSmall(size.columns, size.rows, LEAST));
    return { type: 'too-small', rows: paragraph(text, Math.max(1, size.columns)).slice(0, Math.max(1, size.rows - 1)) };
  }
  const plan = planOf(model, look);
  const { glossary, over } = model;
  const drawing: Covered =
    glossary === undefined ? drawScreen(over ?? model.screen, plan.area, model.now, look) : withGlossary(glossary, model, plan.area, look);
  const hints = glossary === undefined && over === undefined ? withOver(drawing.hints, model) : drawing.hints;
  const cursor = drawing.main.cursor ?? drawing.sideCursor;
  const top = 2 + plan.map + plan.gap;
  return {
    type: 'whole',
    margin: MARGIN,
    width: plan.width,
    header: drawHeader(model, plan.width, look),
    map: plan.map === 0 ? [] : [drawMap(model, plan.width, look)],
    gap: plan.gap,
    area: plan.area,
    main: drawing.main,
    ...(drawing.side === undefined || drawing.sideWidth === undefined ? {} : { side: { rows: drawing.side, width: drawing.sideWidth } }),
    ...(model.aside === undefined || plan.panel === 0
      ? {}
      : { panel: { rows: drawAside(model.aside.view, plan.panel, plan.area.height, look), width: plan.panel } }),
    footer: [...plan.folded, ...padded(drawFooter(hints, plan.width, plan.footer, look), plan.footer)],
    name: drawing.name,
    ...(cursor === undefined || cursor.y >= plan.area.height ? {} : { cursor: { x: MARGIN + cursor.x, y: top + cursor.y } }),
  };
}

type Covered = Drawing & { readonly sideCursor?: Spot };

// The question, the line or the marked item, and a free row.
const ABOVE = 4;
const FOLDS_FROM = 14;

/** The glossary beside the screen that it was opened over; below it where that is narrow; alone where it is low too. */
function withGlossary(glossary: Glossary, { screen, over, now }: Model, area: Area, look: Look): Covered {
  const { main, side } = columnsBeside(area.width, look);
  if (side === 0) {
    const asked = over === undefined && screen.type === 'question' && !look.screenReader && area.height >= FOLDS_FROM;
    return asked ? belowQuestion(glossary, screen, area, now, look) : drawGlossary(glossary, area, look);
  }
  const { main: read, ...drawn } = drawGlossary(glossary, { width: side, height: area.height }, look);
  const { rows } = drawScreen(over ?? screen, { width: main, height: area.height }, now, look).main;
  const { cursor } = read;
  return {
    ...drawn,
    main: { rows },
    side: read.rows,
    sideWidth: side,
    ...(cursor === undefined ? {} : { sideCursor: { x: cursor.x + main + WALL, y: cursor.y } }),
  };
}

function belowQuestion(glossary: Glossary, screen: Model['screen'], area: Area, now: number, look: Look): Covered {
  const above = drawScreen(screen, { width: area.width, height: ABOVE }, now, look).main.rows.slice(0, ABOVE - 1);
  const rule = textRow(look.symbols.rule.repeat(area.width), 'muted');
  const { main, ...drawn } = drawGlossary(glossary, { width: area.width, height: area.height - above.length - 1 }, look);
  const cursor = main.cursor === undefined ? {} : { cursor: { x: main.cursor.x, y: main.cursor.y + above.length + 1 } };
  return { ...drawn, main: { rows: [...above, rule, ...main.rows], ...cursor } };
}

/** With the keys that open what lies over a screen. */
function withOver(shown: readonly KeyId[], { screen, aside, certificate }: Model): readonly KeyId[] {
  const timed: readonly KeyId[] = screen.type === 'run' && aside?.later === true ? ['later', ...shown] : shown;
  // What is least needed stands last.
  const hints: readonly KeyId[] = aside?.view.more === true ? [...timed.slice(0, 1), 'moreAside', ...timed.slice(1)] : timed;
  const letters = lettersAreKeys(screen);
  const keys: readonly KeyId[] = [
    ...(certificate === true ? [letters ? ('certificate' as const) : ('certificateWhileTyping' as const)] : []),
    letters ? 'glossary' : 'glossaryWhileTyping',
  ];
  return hints.at(-1) === 'leave' ? [...hints.slice(0, -1), ...keys, 'leave'] : [...hints, ...keys];
}

// The footer keeps its height, so that nothing above it moves when the keys change.
const padded = (rows: readonly Row[], height: number): readonly Row[] => [...rows, ...Array.from({ length: Math.max(0, height - rows.length) }, (): Row => [])];
