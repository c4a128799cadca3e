import { type Piece, piece } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';

/** A bar of `width` columns, filled by `share` (0 to 1). The words beside it say the same. */
export function drawMeter(share: number, width: number, look: Look): readonly Piece[] {
  const full = Math.round(Math.max(0, Math.min(1, share)) * width);
  return [piece(look.symbols.full.repeat(full), 'accent'), piece(look.symbols.empty.repeat(width - full), 'muted')];
}
