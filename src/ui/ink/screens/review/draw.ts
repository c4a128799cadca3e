import { drawActions } from '../../components/actions/draw.ts';
import { drawEquivalents } from '../../components/equivalents/draw.ts';
import { drawSelect } from '../../components/select/draw.ts';
import type { KeyId } from '../../keys.ts';
import { page } from '../../layout/fit.ts';
import { BLANK, type Drawn, paragraph, textRow } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import type { Area, Drawing } from '../drawing.ts';
import { AS_CODE } from '../question/messages.ts';
import { ANSWERS, BLOCKED, TITLE } from './messages.ts';
import { drawPlan } from './plan.ts';
import type { ReviewScreen } from './state.ts';

const WIDEST = 120;

export function drawReview(screen: ReviewScreen, area: Area, look: Look): Drawing {
  const name = look.words(TITLE);
  const width = Math.min(WIDEST, area.width);
  const size = { width, height: area.height };
  if (screen.mode === 'answers') return { main: drawAnswers(screen, size, look), hints: ['choose', 'moveOrLetters', 'back', 'leave'], name };
  if (screen.mode === 'equivalents') {
    const shown = page(drawEquivalents(screen.review.equivalents, width, look), area.height - 2, screen.scroll, look);
    return { main: { rows: [textRow(look.words(AS_CODE), 'strong'), BLANK, ...shown.rows] }, last: shown.last, hints: ['scroll', 'close', 'leave'], name };
  }
  const tools: readonly KeyId[] = screen.review.equivalents.length > 0 ? ['tools'] : [];
  const plan = drawPlanScreen(screen, size, look);
  const scroll: readonly KeyId[] = plan.last === 0 ? [] : ['scroll'];
  return { ...plan, hints: ['choose', 'switch', ...scroll, 'requests', ...tools, 'back', 'leave'], name };
}

function drawPlanScreen(screen: ReviewScreen, { width, height }: Area, look: Look): Pick<Drawing, 'main' | 'last'> {
  const head = [...paragraph(look.words(TITLE), width, 'strong'), ...(screen.review.blocked ? paragraph(look.words(BLOCKED), width, 'bad') : []), BLANK];
  const foot = [BLANK, drawActions(screen.actions, screen.action, width, look)];
  const room = height - head.length - foot.length;
  const { rows, last } = page(drawPlan(screen.review, screen.requests, width, look), room, screen.scroll, look);
  // The actions stay at one place while the plan scrolls.
  const filler = Array.from({ length: Math.max(0, room - rows.length) }, () => BLANK);
  return { main: { rows: [...head, ...rows, ...filler, ...foot] }, last };
}

function drawAnswers(screen: ReviewScreen, { width, height }: Area, look: Look): Drawn {
  const head = [...paragraph(look.words(ANSWERS), width, 'strong'), BLANK];
  const list = drawSelect(screen.answers, { width, height: height - head.length, look, active: true });
  return { rows: [...head, ...list.rows], ...(list.cursor === undefined ? {} : { cursor: { x: list.cursor.x, y: list.cursor.y + head.length } }) };
}
