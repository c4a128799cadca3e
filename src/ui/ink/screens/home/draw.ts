import { drawSelect } from '../../components/select/draw.ts';
import { isLong } from '../../components/select/state.ts';
import { BLANK, paragraph } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import type { Area, Drawing } from '../drawing.ts';
import { TITLE, WHICH } from './messages.ts';
import type { HomeScreen } from './state.ts';

export function drawHome(screen: HomeScreen, area: Area, look: Look): Drawing {
  const list = screen.level === 'menu' ? screen.menu : screen.profiles;
  const name = look.words(screen.level === 'menu' ? TITLE : WHICH);
  const width = Math.min(110, area.width);
  const head = [...paragraph(name, width, 'strong'), BLANK];
  const drawn = drawSelect(list, { width, height: area.height - head.length, look, active: true });
  return {
    main: { rows: [...head, ...drawn.rows], ...(drawn.cursor === undefined ? {} : { cursor: { x: drawn.cursor.x, y: drawn.cursor.y + head.length } }) },
    hints: [
      'choose',
      isLong(list) ? 'move' : 'moveOrLetters',
      isLong(list) ? 'typeToFilter' : 'filter',
      ...(screen.level === 'profiles' ? (['back'] as const) : []),
      'leave',
    ],
    name,
  };
}
