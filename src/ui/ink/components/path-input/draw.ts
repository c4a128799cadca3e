import { visible } from '../../../../core/text/visible.ts';
import { widthOf } from '../../../text/width.ts';
import { windowAround } from '../../layout/fit.ts';
import { BLANK, type Drawn, paragraph, piece, type Row, textRow } from '../../layout/rows.ts';
import { cutMiddle } from '../../layout/width.ts';
import type { Look } from '../../look.ts';
import { place } from '../select/messages.ts';
import { drawTextInput } from '../text-input/draw.ts';
import { textOf } from '../text-input/state.ts';
import { describeFound } from './messages.ts';
import { type Found, matchesOf, type PathInput } from './state.ts';

/** The line, what lies there, and what could complete it. */
export function drawPath(path: PathInput, space: { readonly width: number; readonly height: number; readonly look: Look; readonly active: boolean }): Drawn {
  const { look, width, height } = space;
  const input = drawTextInput(path.input, { width, look, active: space.active, ...(path.ghost === undefined ? {} : { ghost: path.ghost }) });
  const typed = textOf(path.input);
  // An older answer stays until the new one is there: nothing flickers between two keys.
  const found = typed === '' || path.seen === undefined ? [] : drawFound(path.seen.found, width, look);
  const head = [...input.rows, ...found, BLANK];
  const matches = matchesOf(path);
  const room = height - head.length;
  if (matches.length === 0 || room < 1) return { ...input, rows: head.slice(0, height) };
  const fits = matches.length <= room;
  const nth = look.words(place(Math.max(0, path.index) + 1, matches.length));
  const { from, to } = windowAround(matches.length, Math.max(0, path.index), fits ? matches.length : Math.max(1, room - 1));
  const rows = matches.slice(from, to).map((match, at): Row => {
    const marked = from + at === path.index;
    // In one row there is place for no other that would say how many there are.
    const beside = fits || room > 1 ? '' : ` (${nth})`;
    return [
      piece(marked ? `${look.symbols.pointer} ` : '  ', 'accent'),
      piece(cutMiddle(visible(match), width - 2 - widthOf(beside), look.symbols.ellipsis), marked ? 'accent' : 'muted'),
      piece(beside, 'muted'),
    ];
  });
  const more: readonly Row[] = fits ? [] : [textRow(`  ${nth}`, 'muted')];
  return { ...input, rows: [...head, ...rows, ...more].slice(0, height) };
}

function drawFound(found: Found, width: number, look: Look): readonly Row[] {
  const { good, texts } = describeFound(found);
  return texts.flatMap((text, at) => paragraph(look.words(text), width, good && at === 0 ? 'good' : 'muted'));
}
