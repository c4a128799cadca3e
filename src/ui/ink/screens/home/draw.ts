import { padEnd, widthOf } from '../../../text/width.ts';
import { drawSelect } from '../../components/select/draw.ts';
import { isLong } from '../../components/select/state.ts';
import { BLANK, cutRow, paragraph, piece, type Row, textRow } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import type { Area, Drawing } from '../drawing.ts';
import { more, PROFILES, TITLE, WHICH, WHICH_WAIT } from './messages.ts';
import type { HomeProfile } from './news.ts';
import { type HomeScreen, listOf } from './state.ts';

// The menu with what is known about the marked entry.
const MENU_ROWS = 11;

export function drawHome(screen: HomeScreen, area: Area, look: Look): Drawing {
  const list = listOf(screen);
  const name = look.words(screen.level === 'menu' ? TITLE : screen.level === 'watch' ? WHICH_WAIT : WHICH);
  const width = Math.min(110, area.width);
  const head = [...paragraph(name, width, 'strong'), BLANK];
  const room = area.height - head.length;
  const overview = screen.level === 'menu' ? drawOverview(screen.profiles, width, room - MENU_ROWS, look) : [];
  const drawn = drawSelect(list, { width, height: room - overview.length, look, active: true });
  return {
    main: {
      rows: [...head, ...drawn.rows, ...overview],
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

/** The profiles with what the last look saw; those with something to do come first. */
function drawOverview(profiles: readonly HomeProfile[], width: number, height: number, look: Look): readonly Row[] {
  if (profiles.length === 0 || height < 3) return [];
  const sorted = profiles.toSorted((one, other) => rank(one) - rank(other));
  const cut = sorted.length > height - 2;
  const shown = sorted.slice(0, cut ? height - 3 : height - 2);
  const column = Math.max(...shown.map(({ name }) => widthOf(look.words(name)))) + 2;
  const rows = shown.map(({ name, standing }): Row => {
    const due = standing?.due === true;
    const mark = due ? piece(`${look.symbols.warning} `, 'warn') : piece('  ');
    const text = standing === undefined ? [] : look.row(standing.text, due ? 'warn' : 'muted');
    return cutRow([mark, piece(padEnd(look.words(name), column)), ...text], width, look.symbols.ellipsis);
  });
  return [BLANK, textRow(look.words(PROFILES), 'strong'), ...rows, ...(cut ? [textRow(`  ${look.words(more(sorted.length - shown.length))}`, 'muted')] : [])];
}

const rank = ({ standing }: HomeProfile): number => (standing?.due === true ? 0 : standing !== undefined ? 1 : 2);
