import type { Json } from '../../../../core/contracts/index.ts';

/** One line of a difference: `-` is, `+` will be. */
export interface DiffLine {
  readonly sign: '-' | '+';
  readonly name: string;
  readonly value: string;
}

function leaves(json: Json | undefined, path: string): readonly (readonly [string, string])[] {
  if (json === undefined) return [];
  if (json === null || typeof json !== 'object') return [[path, typeof json === 'string' ? json : JSON.stringify(json)]];
  if (Array.isArray(json))
    return json.every((each) => typeof each !== 'object') ? [[path, json.join(', ')]] : json.flatMap((each, at) => leaves(each, `${path}[${at}]`));
  return Object.entries(json).flatMap(([key, value]) => leaves(value, path === '' ? key : `${path}.${key}`));
}

/** What differs between before and after, field by field, in the order of the fields. */
export function diffOf(before: Json | undefined, after: Json | undefined): readonly DiffLine[] {
  const was = new Map(leaves(before, ''));
  const will = new Map(leaves(after, ''));
  return [...new Set([...was.keys(), ...will.keys()])].flatMap((name): readonly DiffLine[] => {
    const old = was.get(name);
    const fresh = will.get(name);
    if (old === fresh) return [];
    return [
      ...(old === undefined ? [] : [{ sign: '-' as const, name, value: old }]),
      ...(fresh === undefined ? [] : [{ sign: '+' as const, name, value: fresh }]),
    ];
  });
}
