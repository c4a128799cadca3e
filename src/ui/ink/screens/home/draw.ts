import { padEnd, widthOf } from '../../../text/width.ts';
import { drawLifetime } from '../../components/days/draw.ts';
import { drawSelect } from '../../components/select/draw.ts';
import { isLong } from '../../components/select/state.ts';
import { BLANK, cutRow, paragraph, piece, type Row, textRow } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import type { Area, Drawing } from '../drawing.ts';
import { FIRST_SECURE, more, PROFILES, TITLE, WHICH } from './messages.ts';
import type { HomeProfile } from './news.ts';
import { type HomeScreen, listOf } from './state.ts';

// What is known about the marked entry, below the menu.
const ABOUT_ROWS = 2;
const HEADED = 5;
const METER = 12;
const METER_FROM = 60;

export function drawHome(screen: HomeScreen, area: Area, look: Look): Drawing {
  const list = listOf(screen);
  const name = look.words(screen.level === 'menu' ? TITLE : WHICH);
  const width = Math.min(110, area.width);
  const head = [...paragraph(name, width, 'strong'), BLANK];
  const room = area.height - head.length;
  const below = screen.level === 'menu' ? drawBelow(screen, width, room - screen.menu.items.length - ABOUT_ROWS, look) : [];
  const drawn = drawSelect(list, { width, height: room - below.length, look, active: true });
  return {
    main: {
      rows: [...head, ...drawn.rows, ...below],
      ...(drawn.cursor === undefined ? {} : { cursor: { x: drawn.cursor.x, y: drawn.cursor.y + head.length } }),
    },
    hints: [
      'choose',
      isLong(list) ? 'move' : 'moveOrLetters',
      isLong(list) ? 'typeToFilter' : 'filter',
      ...(screen.level === 'menu' ? [] : (['back'] as const)),
      'leave',
    ],
    name,
  };
}

function drawBelow({ profiles }: HomeScreen, width: number, height: number, look: Look): readonly Row[] {
  if (profiles.length > 0) return drawOverview(profiles, width, height, look);
  const rows = [BLANK, ...paragraph(look.words(FIRST_SECURE), Math.min(width, 76), 'muted')];
  return rows.length <= height ? rows : [];
}

/** The profiles with what the last look saw; those with something to do come first. */
function drawOverview(profiles: readonly HomeProfile[], width: number, height: number, look: Look): readonly Row[] {
  const head = height < HEADED ? [BLANK] : [BLANK, textRow(look.words(PROFILES), 'strong')];
  const room = height - head.length;
  if (room < 1) return [];
  const sorted = profiles.toSorted((one, other) => rank(one) - rank(other));
  const cut = sorted.length > room && room > 1;
  const shown = sorted.slice(0, cut ? room - 1 : room);
  const column = Math.max(...shown.map(({ name }) => widthOf(look.words(name)))) + 2;
  const shares = shown.some(({ standing }) => standing?.share !== undefined);
  const rows = shown.map(({ name, standing }): Row => {
    const due = standing?.due === true;
    const mark = due ? piece(`${look.symbols.warning} `, 'warn') : piece('  ');
    const text = standing === undefined ? [] : look.row(standing.text, due ? 'warn' : 'muted');
    return cutRow(
      [mark, piece(padEnd(look.words(name), column)), ...drawShare(standing?.share, width < METER_FROM || !shares, look), ...text],
      width,
      look.symbols.ellipsis,
    );
  });
  return [...head, ...rows, ...(cut ? [textRow(`  ${look.words(more(sorted.length - shown.length))}`, 'muted')] : [])];
}

function drawShare(share: number | undefined, hidden: boolean, look: Look): Row {
  if (hidden) return [];
  return [...(share === undefined ? [piece(' '.repeat(METER))] : drawLifetime(share, METER, look)), piece('  ')];
}

const rank = ({ standing }: HomeProfile): number => (standing?.due === true ? 0 : standing !== undefined ? 1 : 2);
