import type { Json } from '../../core/contracts/index.ts';
import { leavesOf } from './leaves.ts';
import type { Symbols } from './symbols.ts';

/** What differs between two values, one line a leaf. */
export function diffLines(before: Json | undefined, after: Json | undefined, symbols: Symbols): readonly string[] {
  const old = leavesOf(before, after);
  const next = leavesOf(after, before);
  const keys = [...new Set([...old.keys(), ...next.keys()])];
  return keys.flatMap((key) => {
    const was = old.get(key);
    const will = next.get(key);
    if (was === will) return [];
    const name = key === '' ? '' : `${key}: `;
    if (was === undefined) return [`+ ${name}${will}`];
    if (will === undefined) return [`- ${name}${was}`];
    return [`~ ${name}${was} ${symbols.arrow} ${will}`];
  });
}
