import type { Look } from '../look.ts';
import { paragraph, piece, type Row, rowWidth } from './rows.ts';

/** Short texts one after another with a dot between them; a row ends between two of them, never within one that fits. */
export function flow(texts: readonly string[], width: number, look: Look): readonly Row[] {
  const dot = piece(` ${look.symbols.dot} `, 'muted');
  const rows: Row[] = [];
  for (const text of texts) {
    const last = rows.at(-1);
    const beside = last === undefined ? undefined : [...last, dot, piece(text, 'muted')];
    if (beside !== undefined && rowWidth(beside) <= width) rows[rows.length - 1] = beside;
    else rows.push(...paragraph(text, width, 'muted'));
  }
  return rows;
}
