import { KEYS, type KeyId, shownKey } from '../keys.ts';
import { cutRow, type Piece, piece, type Row, rowWidth } from '../layout/rows.ts';
import type { Look } from '../look.ts';

const ALWAYS: ReadonlySet<KeyId> = new Set(['leaveOpen', 'leaveRunning', 'back', 'close', 'clear', 'leave']);

/** The keys that work now, on at most `lines` rows. What is least needed goes first where there is no room; the way out stays to the last. */
export function drawFooter(hints: readonly KeyId[], width: number, lines: number, look: Look): readonly Row[] {
  let kept = [...hints];
  for (;;) {
    const rows = flow(kept, width, look);
    if (rows.length <= lines) return rows.map((row) => cutRow(row, width, look.symbols.ellipsis));
    const least = kept.findLastIndex((id, at) => at > 0 && !ALWAYS.has(id));
    if (least < 0) return lastKeys(kept, width, lines, look);
    kept = kept.toSpliced(least, 1);
  }
}

/** What everybody knows loses its word; then the first key goes. */
function lastKeys(kept: readonly KeyId[], width: number, lines: number, look: Look): readonly Row[] {
  const bare: ReadonlySet<KeyId> = new Set(['leave']);
  const tried = [flow(kept, width, look, bare), flow(kept.slice(1), width, look), flow(kept.slice(1), width, look, bare)];
  const rows = tried.find((each) => each.length <= lines) ?? flow(kept.slice(-1), width, look);
  return rows.slice(0, lines).map((row) => cutRow(row, width, look.symbols.ellipsis));
}

function flow(hints: readonly KeyId[], width: number, look: Look, bare: ReadonlySet<KeyId> = new Set()): readonly Row[] {
  const rows: Piece[][] = [[]];
  for (const id of hints) {
    const key = piece(shownKey(id, look.symbols), 'strong');
    const hint = bare.has(id) ? [key] : [key, piece(` ${look.words(KEYS[id].does)}`, 'muted')];
    const row = rows.at(-1) ?? [];
    if (row.length === 0) row.push(...hint);
    else if (rowWidth(row) + 3 + rowWidth(hint) <= width) row.push(piece(` ${look.symbols.dot} `, 'muted'), ...hint);
    else rows.push(hint);
  }
  return rows;
}
