import { drawCombo } from '../../components/combo/draw.ts';
import { drawConfirm } from '../../components/confirm/draw.ts';
import { drawEquivalents } from '../../components/equivalents/draw.ts';
import { drawList } from '../../components/list-input/draw.ts';
import { drawPath } from '../../components/path-input/draw.ts';
import { drawProblem, drawRemark } from '../../components/problem/draw.ts';
import { drawSelect } from '../../components/select/draw.ts';
import { drawTextInput } from '../../components/text-input/draw.ts';
import { firstRows, page } from '../../layout/fit.ts';
import { BLANK, type Drawn, paragraph, type Row, textRow } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import { type Area, columnsBeside, columnsFor, type Drawing } from '../drawing.ts';
import { hintsFor } from './hints.ts';
import { AS_CODE, CHECKING, DEFAULT, LISTED, LOADING, NO_CODE, noList, OPTIONAL } from './messages.ts';
import { drawTerms, drawTrail, drawWhy } from './side.ts';
import type { QuestionScreen } from './state.ts';

/** Question, field, remarks; the why beside them, or below where the screen is narrow. */
export function drawQuestion(screen: QuestionScreen, area: Area, look: Look): Drawing {
  const name = look.words(screen.view.question.label);
  const hints = hintsFor(screen);
  if (screen.tools.open) return { ...drawTools(screen, area, look), hints, name };
  const { main, side } = columnsFor(area.width, look);
  if (side === 0) return { ...drawFolded(screen, area, look), hints, name };
  const body = drawMain(screen, { width: main, height: area.height }, look);
  const why = screen.panel === 'closed' ? [] : apart(drawWhy(screen, side, look, true), drawTerms(screen, side, look));
  const trail = drawTrail(screen, side, Math.max(0, area.height - why.length - 1), look);
  const panel = page(apart(why, trail), area.height, screen.scroll, look);
  return { main: body, side: panel.rows, sideWidth: side, last: panel.last, hints, name };
}

/** One below the other, with a free row between them where there are both. */
const apart = (above: readonly Row[], below: readonly Row[]): readonly Row[] => [...above, ...(above.length > 0 && below.length > 0 ? [BLANK] : []), ...below];

// The question, the marked item or the line, and a free row.
const LEAST_ABOVE = 4;

/** One column: the why goes below, by itself where nothing has to give way, otherwise when it was asked for. */
function drawFolded(screen: QuestionScreen, area: Area, look: Look): Pick<Drawing, 'main' | 'last'> {
  const why = screen.panel === 'closed' ? [] : drawWhy(screen, area.width, look, false);
  const whole = drawMain(screen, area, look);
  if (why.length === 0) return { main: whole };
  const linked = [...why, ...drawTerms(screen, area.width, look)];
  const fits = [linked, why].find((rows) => whole.rows.length + rows.length + 1 <= area.height);
  if (fits !== undefined) return { main: { ...whole, rows: [...whole.rows, BLANK, ...fits] } };
  if (screen.panel === 'auto') return { main: whole };
  const room = Math.min(linked.length, area.height - LEAST_ABOVE);
  const above = drawMain(screen, { width: area.width, height: area.height - room - 1 }, look);
  const panel = page(linked, area.height - above.rows.length - 1, screen.scroll, look);
  return { main: { ...above, rows: [...above.rows, BLANK, ...panel.rows] }, last: panel.last };
}

function drawMain(screen: QuestionScreen, area: Area, look: Look): Drawn {
  const head = drawHead(screen, area, look);
  const remarks = drawRemarks(screen, { width: area.width, height: area.height - head.length - 1 - LEAST_FIELD }, look);
  const below = remarks.length === 0 ? [] : [BLANK, ...remarks];
  const room = Math.max(1, area.height - head.length - below.length);
  const field = drawField(screen, { width: area.width, height: room }, look);
  const rows = firstRows([...head, ...field.rows, ...below], area.height, area.width, look);
  return { rows, ...(field.cursor === undefined ? {} : { cursor: { x: field.cursor.x, y: field.cursor.y + head.length } }) };
}

function drawHead({ view }: QuestionScreen, area: Area, look: Look): readonly Row[] {
  const { question } = view;
  const help = [...(question.help === undefined ? [] : [look.words(question.help)]), ...(question.optional === true ? [look.words(OPTIONAL)] : [])];
  const full = [...paragraph(look.row(question.label, 'strong'), area.width), ...help.flatMap((line) => paragraph(line, area.width, 'muted')), BLANK];
  // On a small screen the field comes before the help.
  if (full.length <= area.height - 4) return full;
  return firstRows(paragraph(look.row(question.label, 'strong'), area.width), Math.max(1, area.height - 4), area.width, look);
}

function drawField(screen: QuestionScreen, area: Area, look: Look): Drawn {
  const { field, listing } = screen;
  const space = { ...area, look, active: screen.pending === false && !screen.tools.open };
  switch (field.kind) {
    case 'text':
    case 'number': {
      const input = drawTextInput(field.input, { ...space, ...(field.ghost === undefined ? {} : { ghost: field.ghost }) });
      const hint = field.ghost !== undefined && field.input.units.length === 0 ? paragraph(look.words(DEFAULT), area.width, 'muted') : [];
      return { ...input, rows: [...input.rows, ...hint] };
    }
    case 'combo':
      return drawCombo(field.combo, { ...space, note: drawListing(screen, area.width, look) });
    case 'path':
      return drawPath(field.path, space);
    case 'list':
      return drawList(field.list, space);
    case 'choice':
      return listing.state === 'ready' ? drawSelect(field.select, space) : { rows: drawListing(screen, area.width, look) };
    case 'confirm':
      return drawConfirm(field.confirm, space);
  }
}

function drawListing({ listing }: QuestionScreen, width: number, look: Look): readonly Row[] {
  if (listing.state === 'loading') return listing.slow === true ? paragraph(look.words(LOADING), width, 'muted') : [BLANK];
  if (listing.state === 'none') return [];
  if (listing.problem !== undefined) return drawRemark(noList(listing.problem.message), listing.problem.next, 'warning', width, look);
  return listing.source === undefined ? [] : paragraph(look.words(LISTED(listing.source)), width, 'muted');
}

// Short lists and lines need no more.
const LEAST_FIELD = 7;

/** What speaks against an answer is said whole; what is merely worth knowing leaves the field its rows. */
function drawRemarks(screen: QuestionScreen, { width, height }: Area, look: Look): readonly Row[] {
  if (screen.pending === 'slow') return [textRow(look.words(CHECKING), 'muted')];
  if (screen.notice !== undefined) return drawRemark(screen.notice, [], 'warning', width, look);
  if (screen.problem !== undefined) return drawProblem(screen.problem, width, look);
  const failed = screen.field.kind === 'choice' && screen.listing.state === 'ready' ? screen.listing.problem : undefined;
  if (failed !== undefined) return drawProblem(failed, width, look);
  const worthKnowing = (screen.view.remarks ?? []).flatMap((remark) => drawRemark(remark, [], 'info', width, look));
  return firstRows(worthKnowing, Math.max(1, height), width, look);
}

/** The same with other tools, beside the question or, where it is narrow, below it. */
function drawTools(screen: QuestionScreen, area: Area, look: Look): Pick<Drawing, 'main' | 'side' | 'sideWidth' | 'last'> {
  const { main, side } = columnsBeside(area.width, look);
  const head = textRow(look.words(AS_CODE), 'strong');
  if (side > 0) {
    const { rows } = drawMain(screen, { width: main, height: area.height }, look);
    const shown = page(codeOf(screen, side, look), area.height - 2, screen.scroll, look);
    return { main: { rows }, side: [head, BLANK, ...shown.rows], sideWidth: side, last: shown.last };
  }
  const { rows } = drawMain(screen, { width: area.width, height: LEAST_ABOVE }, look);
  const shown = page(codeOf(screen, area.width, look), area.height - rows.length - 2, screen.scroll, look);
  return { main: { rows: [...rows, BLANK, head, ...shown.rows] }, last: shown.last };
}

function codeOf({ equivalents }: QuestionScreen, width: number, look: Look): readonly Row[] {
  if (equivalents !== undefined && equivalents.length > 0) return drawEquivalents(equivalents, width, look);
  return paragraph(look.words(equivalents === undefined ? LOADING : NO_CODE), width, 'muted');
}
