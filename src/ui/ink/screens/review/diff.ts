import type { Json } from '../../../../core/contracts/index.ts';
import { leavesOf } from '../../../text/leaves.ts';

/** One line of a difference: `-` is, `+` will be. */
export interface DiffLine {
  readonly sign: '-' | '+';
  readonly name: string;
  readonly value: string;
}

/** What differs between before and after, field by field, in the order of the fields. */
export function diffOf(before: Json | undefined, after: Json | undefined): readonly DiffLine[] {
  const was = leavesOf(before, after);
  const will = leavesOf(after, before);
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
