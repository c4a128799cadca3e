import { termsOfQuestion } from '../../../../core/learn/glossary/of-question.ts';
import { shownKey } from '../../keys.ts';
import { BLANK, cutRow, paragraph, piece, type Row, textRow } from '../../layout/rows.ts';
import { shownAnswer } from '../../layout/values.ts';
import { cutMiddle } from '../../layout/width.ts';
import type { Look } from '../../look.ts';
import { IN_GLOSSARY } from '../glossary/messages.ts';
import { lettersAreKeys } from '../letters.ts';
import { SO_FAR, WHY } from './messages.ts';
import type { QuestionScreen } from './state.ts';

const LINKED = 4;

export function drawWhy(screen: QuestionScreen, width: number, look: Look, airy: boolean): readonly Row[] {
  const { learn } = screen.view.question;
  return learn === undefined ? [] : [textRow(look.words(WHY), 'muted'), ...(airy ? [BLANK] : []), ...paragraph(look.row(learn), width)];
}

/** The words of the why that the glossary explains, and the key that opens it. */
export function drawTerms(screen: QuestionScreen, width: number, look: Look): readonly Row[] {
  const { question } = screen.view;
  const terms = question.learn === undefined ? [] : termsOfQuestion(question, look.language).slice(0, LINKED);
  if (terms.length === 0) return [];
  const key = shownKey(lettersAreKeys(screen) ? 'glossary' : 'glossaryWhileTyping', look.symbols);
  return paragraph(look.row(IN_GLOSSARY(key, terms.map(({ name }) => look.words(name)).join(` ${look.symbols.dot} `)), 'muted'), width);
}

/** The latest answers that fit. */
export function drawTrail({ view }: QuestionScreen, width: number, height: number, look: Look): readonly Row[] {
  const earlier = view.trail.filter((answered) => answered.key !== view.question.key);
  const room = Math.floor((height - 2) / 2);
  if (earlier.length === 0 || room < 1) return [];
  const shown = earlier.slice(-room);
  return [
    textRow(look.words(SO_FAR), 'muted'),
    BLANK,
    ...shown.flatMap((answered): readonly Row[] => [
      cutRow(look.row(answered.label, 'muted'), width, look.symbols.ellipsis),
      [piece(`  ${cutMiddle(shownAnswer(answered, look), width - 2, look.symbols.ellipsis)}`)],
    ]),
  ];
}
