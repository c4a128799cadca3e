import { KEYS, type KeyId, shownKey } from '../keys.ts';
import { cutRow, type Piece, piece, type Row, rowWidth } from '../layout/rows.ts';
import type { Look } from '../look.ts';

const ALWAYS: ReadonlySet<KeyId> = new Set(['leaveOpen', 'back', 'close', 'clear', 'leave']);

/** The keys that work now, on at most `lines` rows. What is least needed goes first where there is no room. */
export function drawFooter(hints: readonly KeyId[], width: number, lines: number, look: Look): readonly Row[] {
  let kept = [...hints];
  for (;;) {
    const rows = flow(kept, width, look);
    const least = kept.findLastIndex((id, at) => at > 0 && !ALWAYS.has(id));
    if (rows.length <= lines || least < 0) return rows.slice(0, lines).map((row) => cutRow(row, width, look.symbols.ellipsis));
    kept = kept.toSpliced(least, 1);
  }
}

function flow(hints: readonly KeyId[], width: number, look: Look): readonly Row[] {
  const rows: Piece[][] = [[]];
  for (const id of hints) {
    const hint = [piece(shownKey(id, look.symbols), 'strong'), piece(` ${look.words(KEYS[id].does)}`, 'muted')];
    const row = rows.at(-1) ?? [];
    if (row.length === 0) row.push(...hint);
    else if (rowWidth(row) + 3 + rowWidth(hint) <= width) row.push(piece(` ${look.symbols.dot} `, 'muted'), ...hint);
    else rows.push(hint);
  }
  return rows;
}
