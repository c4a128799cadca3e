import { drawActions } from '../../components/actions/draw.ts';
import { drawBrowse, paging } from '../../components/browse/draw.ts';
import { drawEquivalents } from '../../components/equivalents/draw.ts';
import type { KeyId } from '../../keys.ts';
import { page } from '../../layout/fit.ts';
import { BLANK, paragraph, textRow } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import { answerEntries } from '../answers/entries.ts';
import type { Area, Drawing } from '../drawing.ts';
import { AS_CODE } from '../question/messages.ts';
import { ANSWERS, BLOCKED, REQUESTS, TITLE } from './messages.ts';
import { drawPlan } from './plan.ts';
import type { ReviewScreen } from './state.ts';

const WIDEST = 120;

export function drawReview(screen: ReviewScreen, area: Area, look: Look): Drawing {
  const name = look.words(TITLE);
  const width = Math.min(WIDEST, area.width);
  const size = { width, height: area.height };
  if (screen.mode === 'answers') {
    const head = [textRow(look.words(ANSWERS), 'strong'), BLANK];
    const drawn = drawBrowse(screen.answers, { head, entries: answerEntries({ items: screen.review.trail }, look), empty: [] }, area, look);
    return { ...drawn, hints: ['change', 'moveOrLetters', ...paging(drawn), 'back', 'leave'], name };
  }
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
  const below = screen.requests ? paragraph(look.words(REQUESTS), width, 'muted') : [];
  const head = [
    ...paragraph(look.words(TITLE), width, 'strong'),
    ...below,
    ...(screen.review.blocked ? paragraph(look.words(BLOCKED), width, 'bad') : []),
    BLANK,
  ];
  const foot = [BLANK, drawActions(screen.actions, screen.action, width, look)];
  const room = height - head.length - foot.length;
  const { rows, last } = page(drawPlan(screen.review, screen.requests, width, look), room, screen.scroll, look);
  // The actions stay at one place while the plan scrolls.
  const filler = Array.from({ length: Math.max(0, room - rows.length) }, () => BLANK);
  return { main: { rows: [...head, ...rows, ...filler, ...foot] }, last };
}
