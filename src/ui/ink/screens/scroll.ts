import type { KeyName, Press } from '../keys.ts';

const PAGE = 10;
const STEPS: Partial<Record<KeyName | string, number>> = {
  up: -1,
  k: -1,
  down: 1,
  j: 1,
  'page-up': -PAGE,
  'page-down': PAGE,
  home: Number.NEGATIVE_INFINITY,
  end: Number.MAX_SAFE_INTEGER,
};

/** An offset after a press; who draws it knows where it ends. */
export function scrolled(offset: number, press: Press): number {
  if (press.type === 'paste') return offset;
  return Math.max(0, offset + (STEPS[press.type === 'key' ? press.name : press.text] ?? 0));
}
