import type { LessonEntry } from '../../../../core/learn/lessons/view.ts';
import { say } from '../../../../core/text/say.ts';
import { drawMeter } from '../../components/meter/draw.ts';
import { drawSelect } from '../../components/select/draw.ts';
import { createSelect, focusedItem, type Item, reduceSelect, type Select } from '../../components/select/state.ts';
import { is } from '../../keys.ts';
import { BLANK, paragraph, piece, type Row } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import type { Panel } from '../panel/panel.ts';

const TITLE = say('Lessons: the real thing, in an Azure for practice', 'レッスン: 練習用 Azure での実習');
const doneOf = (done: number, of: number) => say('{done} of {of} done', '{of} 件中 {done} 件完了', { done, of });
const halfway = (done: number, of: number) => say('{done} of {of} tasks', '課題 {of} 件中 {done} 件', { done, of });
const METER = 24;
const WIDEST = 110;
const ABOUT = 4;

export interface LessonList {
  readonly entries: readonly LessonEntry[];
  readonly select: Select;
  readonly scroll: number;
}

/** The first lesson that is not done is marked. */
export function createLessonList(entries: readonly LessonEntry[], look: Look): LessonList {
  const next = entries.find(({ state }) => state !== 'done');
  const items = entries.map((entry): Item => ({ value: String(entry.number), label: labelOf(entry, look), detail: look.words(entry.goal) }));
  return { entries, select: createSelect(items, next === undefined ? undefined : String(next.number)), scroll: 0 };
}

function labelOf({ number, title, state, tasks, done }: LessonEntry, look: Look): string {
  const marks = { open: look.symbols.open, begun: look.symbols.now, done: look.symbols.done };
  const so = state === 'begun' ? ` (${look.words(halfway(done, tasks))})` : '';
  return `${marks[state]} ${number}  ${look.words(title)}${so}`;
}

/** Its result is the number of the lesson that was chosen, 0 to leave. */
export const lessonList: Panel<LessonList, number> = {
  reduce(state, press) {
    if (is(press, 'close') && !state.select.filtering) return { state, result: 0 };
    if (!is(press, 'choose')) return { state: { ...state, select: reduceSelect(state.select, press) } };
    const item = focusedItem(state.select);
    return item === undefined ? { state } : { state, result: Number(item.value) };
  },
  letters: ({ select }) => !select.filtering,
  draw({ entries, select }, area, look) {
    const width = Math.min(WIDEST, area.width);
    const done = entries.filter(({ state }) => state === 'done').length;
    const meter: Row = [
      ...drawMeter(done / Math.max(1, entries.length), Math.min(METER, width - 24), look),
      piece(`  ${look.words(doneOf(done, entries.length))}`, 'muted'),
    ];
    const head = [...paragraph(look.words(TITLE), width, 'strong'), meter, BLANK];
    // On a low screen the lessons come before what the marked one is about.
    const low = area.height - head.length < entries.length + ABOUT;
    const items = low ? select.items.map(({ value, label }) => ({ value, label })) : select.items;
    const list = drawSelect({ ...select, items }, { width, height: area.height - head.length, look, active: true });
    const cursor = list.cursor === undefined ? {} : { cursor: { x: list.cursor.x, y: list.cursor.y + head.length } };
    return { main: { rows: [...head, ...list.rows], ...cursor }, hints: ['choose', 'moveOrLetters', 'filter', 'close', 'leave'], name: look.words(TITLE) };
  },
};
