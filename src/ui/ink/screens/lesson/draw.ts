import { drawActionRows } from '../../components/actions/draw.ts';
import { drawEquivalents } from '../../components/equivalents/draw.ts';
import { drawTextInput } from '../../components/text-input/draw.ts';
import { page } from '../../layout/fit.ts';
import { BLANK, type Drawn, labelled, paragraph, piece, type Row, textRow } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import { type Area, columnsFor, type Drawing } from '../drawing.ts';
import { DONE, FIND_OUT, FOLDER, HEAD, HINT, INSTEAD, KNOW, PASSES, PRACTICE_TIME, STARTS, TASK, TASK_SEEN, TO_BE_SEEN } from './messages.ts';
import { actionsOf, type LessonScreen } from './state.ts';

const WIDEST = 100;
const LOW = 16;

/** The task, what has to be seen for it, hints; at the foot what can be done, or the command being typed. */
export function drawLesson(screen: LessonScreen, area: Area, look: Look): Drawing {
  const { view } = screen;
  const name = look.words(HEAD(view.number, view.title));
  if (screen.tools) {
    const width = Math.min(WIDEST, area.width);
    const { rows, last } = page(drawEquivalents(view.equivalents, width, look), area.height, screen.scroll, look);
    return { main: { rows }, last, hints: ['scroll', 'close', 'leave'], name };
  }
  const { main, side } = columnsFor(look.screenReader ? Math.min(WIDEST, area.width) : area.width, look);
  const foot = drawFoot(screen, main, look);
  const seen = drawSeen(screen, side > 0 ? side : main, look);
  const head = paragraph(look.row(HEAD(view.number, view.title), 'strong'), main);
  const about = drawAbout(screen, main, look);
  const task = side > 0 ? [...drawTask(screen, main, look), ...drawHints(screen, main, look)] : drawAlone(screen, seen, main, look);
  // Where everything stands in one column, what is to be done comes before what it is about.
  const text = [
    ...head,
    ...(area.height < LOW ? [] : [BLANK]),
    ...(side > 0 && about.length > 0 ? [...about, BLANK, ...task] : task),
    ...(side > 0 || about.length === 0 ? [] : [BLANK, ...about]),
  ];
  const { rows, last } = page(text, area.height - foot.rows.length, screen.scroll, look);
  const cursor = foot.cursor === undefined ? {} : { cursor: { x: foot.cursor.x, y: rows.length + foot.cursor.y } };
  const beside =
    side === 0
      ? {}
      : {
          side: page([...seen, BLANK, ...drawTasks(screen, side, look), BLANK, ...drawAround(screen, side, look)], area.height, 0, look).rows,
          sideWidth: side,
        };
  const scrolls = last > 0 ? (['scroll'] as const) : [];
  const hints = screen.line === undefined ? (['choose', 'switch', ...scrolls, 'leave'] as const) : (['accept', 'close', 'leave'] as const);
  return { main: { rows: [...rows, ...foot.rows], ...cursor }, last, hints, name, ...beside };
}

/** Only with the first task. */
function drawAbout({ view }: LessonScreen, width: number, look: Look): readonly Row[] {
  if (view.goal === undefined) return [];
  const terms = view.terms.map((term) => look.words(term)).join(` ${look.symbols.dot} `);
  return [...paragraph(look.row(view.goal), width), BLANK, ...paragraph(look.row(KNOW(terms), 'muted'), width)];
}

function drawTask({ view }: LessonScreen, width: number, look: Look): readonly Row[] {
  return [textRow(look.words(TASK(view.task, view.of)), 'muted'), ...paragraph(look.row(view.todo), width)];
}

/** In one column how far it is stands above, and the latest hint comes first: whoever asks for one sees it. */
function drawAlone(screen: LessonScreen, seen: readonly Row[], width: number, look: Look): readonly Row[] {
  const { view } = screen;
  const held = view.seen.filter(({ holds }) => holds).length;
  const [, ...todo] = drawTask(screen, width, look);
  const latest = view.hints.length - 1;
  return [
    textRow(look.words(TASK_SEEN(view.task, view.of, held, view.seen.length)), 'muted'),
    ...(latest < 0 ? [] : [...drawHint(screen, latest, width, look), BLANK]),
    ...todo,
    BLANK,
    ...seen,
    ...view.hints.slice(0, -1).flatMap((_, at) => [BLANK, ...drawHint(screen, at, width, look)]),
  ];
}

function drawSeen({ view }: LessonScreen, width: number, look: Look): readonly Row[] {
  const rows = view.seen.flatMap(({ holds, wanted, instead }): readonly Row[] => [
    ...labelled([piece(`${holds ? look.symbols.done : look.symbols.open} `, holds ? 'good' : 'muted')], look.row(wanted, holds ? 'good' : 'plain'), width),
    ...(instead === undefined ? [] : labelled([piece('  ')], look.row(INSTEAD(instead), 'muted'), width)),
  ]);
  return [textRow(look.words(TO_BE_SEEN), 'muted'), ...rows];
}

/** The way through the lesson: what is done, the present task, what is ahead. */
function drawTasks({ view }: LessonScreen, width: number, look: Look): readonly Row[] {
  const { symbols } = look;
  return view.tasks.flatMap((title, at) => {
    const done = at + 1 < view.task || (at + 1 === view.task && view.done !== undefined);
    const now = at + 1 === view.task;
    const mark = done ? piece(`${symbols.done} `, 'good') : now ? piece(`${symbols.now} `, 'accent') : piece(`${symbols.open} `, 'muted');
    return labelled([mark], look.row(title, now ? 'plain' : 'muted'), width);
  });
}

function drawHints({ view }: LessonScreen, width: number, look: Look): readonly Row[] {
  return view.hints.flatMap((_, at) => [BLANK, ...drawHint({ view }, at, width, look)]);
}

function drawHint({ view }: Pick<LessonScreen, 'view'>, at: number, width: number, look: Look): readonly Row[] {
  return [textRow(look.words(HINT(at + 1)), 'muted'), ...paragraph(look.row(view.hints[at] ?? ''), width)];
}

function drawAround({ view }: LessonScreen, width: number, look: Look): readonly Row[] {
  return [...paragraph(look.words(PRACTICE_TIME(view.now)), width, 'muted'), ...paragraph(look.words(FOLDER(view.folder)), width, 'muted')];
}

function drawFoot(screen: LessonScreen, width: number, look: Look): Drawn {
  const { view, line } = screen;
  if (line !== undefined) {
    const input = drawTextInput(line, { width, look, active: true, ghost: 'amltls …' });
    return { rows: [BLANK, ...input.rows], ...(input.cursor === undefined ? {} : { cursor: { x: input.cursor.x, y: input.cursor.y + 1 } }) };
  }
  const actions = drawActionRows(actionsOf(screen), screen.action, width, look);
  if (view.done !== undefined) {
    const done = labelled([piece(`${look.symbols.done} `, 'good')], look.row(view.done, 'good'), width);
    return { rows: [BLANK, textRow(look.words(DONE), 'strong'), ...done, BLANK, ...actions] };
  }
  const what = view.run !== undefined ? STARTS(view.run) : view.passes === true ? PASSES(view.later) : FIND_OUT;
  return { rows: [BLANK, ...paragraph(look.row(what, 'muted'), width), ...actions] };
}
