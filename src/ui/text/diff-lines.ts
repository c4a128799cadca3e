import type { Json } from '../../core/contracts/index.ts';
import { visible } from '../../core/text/visible.ts';
import type { Symbols } from './symbols.ts';

/** What differs between two values, one line a leaf. */
export function diffLines(before: Json | undefined, after: Json | undefined, symbols: Symbols): readonly string[] {
  const old = leaves(before);
  const next = leaves(after);
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

function leaves(json: Json | undefined): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (path: string, item: Json): void => {
    if (typeof item === 'object' && item !== null) {
      const entries = Object.entries(item);
      if (entries.length === 0) found.set(path, Array.isArray(item) ? '[]' : '{}');
      for (const [key, inner] of entries) visit(path === '' ? visible(key) : `${path}.${visible(key)}`, inner);
    } else {
      found.set(path, visible(typeof item === 'string' ? item : JSON.stringify(item)));
    }
  };
  if (json !== undefined) visit('', json);
  return found;
}
