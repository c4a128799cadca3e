import type { QuestionView } from '../../../../core/learn/lessons/view.ts';
import { drawSelect } from '../../components/select/draw.ts';
import { createSelect, focusedItem, reduceSelect, type Select } from '../../components/select/state.ts';
import { is, type Press } from '../../keys.ts';
import { BLANK, labelled, paragraph, piece, textRow } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import type { Area, Drawing } from '../drawing.ts';
import { HEAD, QUESTION } from '../lesson/messages.ts';

/** A question at the end of a lesson. */
export interface QuizScreen {
  readonly type: 'quiz';
  readonly view: QuestionView;
  readonly select: Select;
}

export function createQuiz(view: QuestionView, look: Look): QuizScreen {
  return { type: 'quiz', view, select: createSelect(view.options.map((option, at) => ({ value: String(at + 1), label: look.words(option) }))) };
}

/** The 1-based option that was chosen. */
export function reduceQuiz(screen: QuizScreen, press: Press): { readonly screen: QuizScreen; readonly result?: number } {
  if (!is(press, 'choose')) return { screen: { ...screen, select: reduceSelect(screen.select, press) } };
  const item = focusedItem(screen.select);
  return item === undefined ? { screen } : { screen, result: Number(item.value) };
}

export function drawQuiz({ view, select }: QuizScreen, area: Area, look: Look): Drawing {
  const width = Math.min(100, area.width);
  const name = look.words(HEAD(view.number, view.title));
  const head = [
    ...paragraph(name, width, 'strong'),
    BLANK,
    textRow(look.words(QUESTION(view.question, view.of)), 'muted'),
    ...paragraph(look.row(view.ask), width),
    BLANK,
  ];
  const wrong = view.wrong === undefined ? [] : [BLANK, ...labelled([piece(`${look.symbols.warning} `, 'warn')], look.row(view.wrong), width)];
  const drawn = drawSelect(select, { width, height: Math.max(2, area.height - head.length - wrong.length), look, active: true });
  return { main: { rows: [...head, ...drawn.rows, ...wrong].slice(0, area.height) }, hints: ['choose', 'moveOrLetters', 'leave'], name };
}
