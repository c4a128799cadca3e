import { cutRow, type Piece, piece, type Row, rowWidth } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import type { Action } from './state.ts';

/** The actions in one row: `❯ Approve   Change   Back   Quit`; what cannot be taken now has a mark of its own. */
export function drawActions(actions: readonly Action<string>[], index: number, width: number, look: Look): Row {
  const pieces = actions.flatMap((action, at) => [...gapBefore(at), ...drawAction(action, at === index, look)]);
  return cutRow(pieces, width, look.symbols.ellipsis);
}

/** The same in as many rows as they need: none is cut off. */
export function drawActionRows(actions: readonly Action<string>[], index: number, width: number, look: Look): readonly Row[] {
  const rows: Piece[][] = [];
  for (const [at, action] of actions.entries()) {
    const drawn = drawAction(action, at === index, look);
    const row = rows.at(-1);
    const beside = row === undefined ? [] : [...row, ...gapBefore(1), ...drawn];
    if (row !== undefined && rowWidth(beside) <= width) row.splice(0, row.length, ...beside);
    else rows.push([...drawn]);
  }
  return rows.map((row) => cutRow(row, width, look.symbols.ellipsis));
}

const gapBefore = (at: number): readonly Piece[] => (at === 0 ? [] : [piece('  ')]);

function drawAction(action: Action<string>, chosen: boolean, look: Look): readonly Piece[] {
  const marked = chosen && action.disabled !== true;
  const tone = action.disabled === true ? 'muted' : marked ? 'accent' : 'plain';
  const mark = marked ? piece(look.symbols.pointer, 'accent') : piece(action.disabled === true ? look.symbols.skipped : ' ', 'muted');
  return [mark, piece(' '), piece(look.words(action.label), tone)];
}
