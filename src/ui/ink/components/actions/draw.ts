import { cutRow, type Piece, piece, type Row } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import type { Action } from './state.ts';

/** The actions in one row: `❯ Approve   Change   Back   Quit`. */
export function drawActions(actions: readonly Action<string>[], index: number, width: number, look: Look): Row {
  const pieces = actions.flatMap((action, at): readonly Piece[] => {
    const marked = at === index && action.disabled !== true;
    const gap = at === 0 ? '' : ' ';
    const tone = action.disabled === true ? 'muted' : marked ? 'accent' : 'plain';
    return [piece(`${gap}${marked ? look.symbols.pointer : ' '} `, 'accent'), piece(look.words(action.label), tone)];
  });
  return cutRow(pieces, width, look.symbols.ellipsis);
}
