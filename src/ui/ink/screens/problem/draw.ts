import { drawActions } from '../../components/actions/draw.ts';
import { page } from '../../layout/fit.ts';
import { BLANK, labelled, paragraph, piece, type Row, textRow } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import type { Area, Drawing } from '../drawing.ts';
import { CODE, REQUEST, SERVICE, TITLES, WHAT_NOW } from './messages.ts';
import type { ProblemScreen } from './state.ts';

const WIDEST = 96;

/** What happened, what to do now, what the service said, and the ways on. */
export function drawProblemScreen(screen: ProblemScreen, area: Area, look: Look): Drawing {
  const { problem } = screen;
  const width = Math.min(WIDEST, area.width);
  const name = look.words(TITLES[problem.owner]);
  const content = [
    ...paragraph(`${look.symbols.failed} ${name}`, width, 'bad'),
    BLANK,
    ...paragraph(look.row(problem.message), width),
    BLANK,
    textRow(look.words(WHAT_NOW), 'strong'),
    ...problem.next.flatMap((step) => labelled([piece(`${look.symbols.arrow} `, 'accent')], look.row(step), width)),
    BLANK,
    ...drawService(screen, width, look),
    ...paragraph(look.row(CODE(problem.code), 'muted'), width),
  ];
  const foot = [BLANK, drawActions(screen.actions, screen.action, width, look)];
  const { rows, last } = page(content, area.height - foot.length, screen.scroll, look);
  return { main: { rows: [...rows, ...foot] }, last, hints: ['choose', 'switch', ...(last > 0 ? (['scroll'] as const) : []), 'back', 'leave'], name };
}

function drawService({ problem: { service } }: ProblemScreen, width: number, look: Look): readonly Row[] {
  if (service === undefined) return [];
  const said = [service.status === undefined ? '' : String(service.status), service.code ?? '', service.message ?? ''].filter((part) => part !== '').join(' ');
  return [
    ...(said === '' ? [] : paragraph(look.row(SERVICE(said), 'muted'), width)),
    ...(service.requestId === undefined ? [] : paragraph(look.row(REQUEST(service.requestId), 'muted'), width)),
  ];
}
