import { visible } from '../../../../core/text/visible.ts';
import { truncate, widthOf } from '../../../text/width.ts';
import { type Drawn, type Piece, piece } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import type { TextInput } from './state.ts';

/** The line with a mark before it, scrolled so that the cursor is in sight; `ghost` stands where nothing is typed yet. */
export function drawTextInput(
  input: TextInput,
  options: { readonly width: number; readonly look: Look; readonly active: boolean; readonly ghost?: string; readonly marked?: boolean },
): Drawn {
  const { look, width, active } = options;
  const mark = piece(options.marked === false ? '  ' : `${look.symbols.pointer} `, active ? 'accent' : 'muted');
  const room = width - widthOf(mark.text);
  if (input.units.length === 0) {
    const ghost: readonly Piece[] = options.ghost === undefined ? [] : [piece(truncate(options.ghost, room, look.symbols.ellipsis), 'muted')];
    return drawn([mark, ...ghost], widthOf(mark.text), active);
  }
  const { before, after } = scrolled(input, room, look.symbols.ellipsis);
  return drawn([mark, piece(before + after, active ? 'strong' : 'plain')], widthOf(mark.text) + widthOf(before), active);
}

function drawn(row: readonly Piece[], x: number, active: boolean): Drawn {
  return active ? { rows: [row], cursor: { x, y: 0 } } : { rows: [row] };
}

/** What is in sight at both sides of the cursor; the cursor itself needs a column of its own at the end. */
function scrolled(input: TextInput, room: number, ellipsis: string): { readonly before: string; readonly after: string } {
  const units = input.units.map(visible);
  const left = units.slice(0, input.at).join('');
  const right = units.slice(input.at).join('');
  if (widthOf(left + right) < room) return { before: left, after: right };
  const margin = right === '' ? 1 : Math.min(Math.floor(room / 3), widthOf(right) + 1);
  const before = tail(units.slice(0, input.at), room - margin, ellipsis);
  return { before, after: truncate(right, room - widthOf(before) - 1, ellipsis) };
}

function tail(units: readonly string[], room: number, ellipsis: string): string {
  if (widthOf(units.join('')) <= room) return units.join('');
  let kept = '';
  for (const unit of units.toReversed()) {
    if (widthOf(unit + kept) > room - widthOf(ellipsis)) break;
    kept = unit + kept;
  }
  return ellipsis + kept;
}
