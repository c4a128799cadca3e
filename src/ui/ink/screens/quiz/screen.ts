import type { QuestionView } from '../../../../core/learn/lessons/view.ts';
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
  // A handful of answers is not filtered.
  if (is(press, 'filter')) return { screen };
  if (!is(press, 'choose')) return { screen: { ...screen, select: reduceSelect(screen.select, press) } };
  const item = focusedItem(screen.select);
  return item === undefined ? { screen } : { screen, result: Number(item.value) };
}

/** Every option with all its words; where the screen is low, the question comes before what it belongs to. */
export function drawQuiz({ view, select }: QuizScreen, area: Area, look: Look): Drawing {
  const width = Math.min(100, area.width);
  const name = look.words(HEAD(view.number, view.title));
  const { symbols } = look;
  const title = [...paragraph(name, width, 'strong'), BLANK];
  const before = view.before === undefined ? [] : [...labelled([piece(`${symbols.done} `, 'good')], look.row(view.before, 'good'), width), BLANK];
  const options = view.options.flatMap((option, at) => {
    const marked = at === select.index;
    return labelled([piece(marked ? `${symbols.pointer} ` : '  ', 'accent')], look.row(option, marked ? 'accent' : 'plain'), width);
  });
  const wrong = view.wrong === undefined ? [] : [BLANK, ...labelled([piece(`${symbols.warning} `, 'warn')], look.row(view.wrong), width)];
  const asked = [textRow(look.words(QUESTION(view.question, view.of)), 'muted'), ...paragraph(look.row(view.ask), width), BLANK, ...options, ...wrong];
  const fits = [[...title, ...before], title].find((head) => head.length + asked.length <= area.height) ?? [];
  return { main: { rows: [...fits, ...asked].slice(0, area.height) }, hints: ['choose', 'moveOrLetters', 'leave'], name };
}
