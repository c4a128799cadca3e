import { padEnd, truncate, widthOf } from '../../../text/width.ts';
import { drawLifetime } from '../../components/days/draw.ts';
import { drawSelect } from '../../components/select/draw.ts';
import { isLong } from '../../components/select/state.ts';
import { BLANK, cutRow, paragraph, piece, type Row, textRow } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import { type Area, columnsBeside, type Drawing } from '../drawing.ts';
import { FIRST_SECURE, more, PROFILES, TITLE, WHICH } from './messages.ts';
import type { HomeProfile } from './news.ts';
import { type HomeScreen, listOf } from './state.ts';

// What is known about the marked entry, below the menu.
const ABOUT_ROWS = 2;
const HEADED = 5;
const METERS = [12, 6] as const;
const MOST_DUE = 2;

/** The menu; the profiles as they stand beside it, or, where that is narrow, below it as far as there is room. */
export function drawHome(screen: HomeScreen, area: Area, look: Look): Drawing {
  const list = listOf(screen);
  const menu = screen.level === 'menu';
  const name = look.words(menu ? TITLE : WHICH);
  const columns = columnsBeside(area.width, look);
  const beside = menu && columns.side > 0 && screen.profiles.length > 0;
  const width = Math.min(110, beside ? columns.main : area.width);
  const head = [...paragraph(name, width, 'strong'), BLANK];
  const room = area.height - head.length;
  const below = menu && !beside ? drawBelow(screen, width, room, look) : [];
  const drawn = drawSelect(list, { width, height: room - below.length, look, active: true });
  return {
    main: {
      rows: [...head, ...drawn.rows, ...below],
      ...(drawn.cursor === undefined ? {} : { cursor: { x: drawn.cursor.x, y: drawn.cursor.y + head.length } }),
    },
    ...(beside
      ? { side: [textRow(look.words(PROFILES), 'strong'), BLANK, ...drawProfiles(screen.profiles, columns.side, room, look)], sideWidth: columns.side }
      : {}),
    hints: ['choose', isLong(list) ? 'move' : 'moveOrLetters', isLong(list) ? 'typeToFilter' : 'filter', ...(menu ? [] : (['back'] as const)), 'leave'],
    name,
  };
}

/** What stands below the menu. Where there is room for little, what is due comes before the whole of the menu. */
function drawBelow({ profiles, menu }: HomeScreen, width: number, room: number, look: Look): readonly Row[] {
  const height = room - menu.items.length - ABOUT_ROWS;
  if (profiles.length === 0) {
    const rows = [BLANK, ...paragraph(look.words(FIRST_SECURE), Math.min(width, 76), 'muted')];
    return rows.length <= height ? rows : [];
  }
  const due = Math.min(MOST_DUE, profiles.filter(({ standing }) => standing?.due === true).length);
  const head = height < HEADED ? [BLANK] : [BLANK, textRow(look.words(PROFILES), 'strong')];
  const left = Math.max(due, height - head.length);
  return left < 1 ? [] : [...head, ...drawProfiles(profiles, width, left, look)];
}

/** The profiles with what the last look saw; those with something to do come first, and of those the most urgent. */
function drawProfiles(profiles: readonly HomeProfile[], width: number, height: number, look: Look): readonly Row[] {
  const sorted = profiles.toSorted((one, other) => rank(one) - rank(other) || (one.standing?.share ?? 1) - (other.standing?.share ?? 1));
  const cut = sorted.length > height && height > 1;
  const shown = sorted.slice(0, cut ? height - 1 : height);
  const column = Math.min(Math.floor(width / 2), Math.max(...shown.map(({ name }) => widthOf(look.words(name)))));
  const texts = Math.max(0, ...shown.map(({ standing }) => (standing === undefined ? 0 : widthOf(look.words(standing.text)))));
  const shares = shown.some(({ standing }) => standing?.share !== undefined);
  // The words say the same: a bar takes no room from them.
  const meter = shares ? (METERS.find((each) => MARK + column + GAP + each + GAP + texts <= width) ?? 0) : 0;
  const rows = shown.map(({ name, detail, standing }): Row => {
    const due = standing?.due === true;
    const mark = due ? piece(`${look.symbols.warning} `, 'warn') : piece('  ');
    const label = piece(padEnd(truncate(look.words(name), column, look.symbols.ellipsis), column + GAP));
    if (standing === undefined) return cutRow([mark, label, ...(detail === undefined ? [] : look.row(detail, 'muted'))], width, look.symbols.ellipsis);
    return cutRow([mark, label, ...drawShare(standing.share, meter, look), ...look.row(standing.text, due ? 'warn' : 'muted')], width, look.symbols.ellipsis);
  });
  return [...rows, ...(cut ? [textRow(`  ${look.words(more(sorted.length - shown.length))}`, 'muted')] : [])];
}

const MARK = 2;
const GAP = 2;

function drawShare(share: number | undefined, meter: number, look: Look): Row {
  if (meter === 0) return [];
  return [...(share === undefined ? [piece(' '.repeat(meter))] : drawLifetime(share, meter, look)), piece(' '.repeat(GAP))];
}

const rank = ({ standing }: HomeProfile): number => (standing?.due === true ? 0 : standing !== undefined ? 1 : 2);
