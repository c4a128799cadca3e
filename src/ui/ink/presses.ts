import type { Key } from 'ink';
import type { KeyName, Press } from './keys.ts';

const NAMED: readonly (readonly [keyof Key, KeyName])[] = [
  ['return', 'enter'],
  ['escape', 'escape'],
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['home', 'home'],
  ['end', 'end'],
  ['pageUp', 'page-up'],
  ['pageDown', 'page-down'],
  ['delete', 'delete'],
];

const CONTROL: Readonly<Record<string, KeyName>> = { '\r': 'enter', '\n': 'enter', '\t': 'tab' };

const key = (name: KeyName): Press => ({ type: 'key', name });

/** What Ink reports, as presses. Text that came in one piece is taken apart: a line end at its very end is Enter, one inside makes it a paste. */
export function pressesOf(input: string, ink: Key): readonly Press[] {
  if (ink.eventType === 'release') return [];
  if (ink.tab) return [key(ink.shift ? 'backtab' : 'tab')];
  if (ink.leftArrow) return [key(ink.ctrl || ink.meta ? 'word-left' : 'left')];
  if (ink.rightArrow) return [key(ink.ctrl || ink.meta ? 'word-right' : 'right')];
  if (ink.backspace) return [key(ink.meta || ink.ctrl ? 'word-backspace' : 'backspace')];
  for (const [flag, name] of NAMED) if (ink[flag]) return [key(name)];
  if (ink.ctrl) return /^[a-z]$/.test(input) ? [key(`ctrl-${input}`)] : [];
  if (ink.meta) return input === 'b' ? [key('word-left')] : input === 'f' ? [key('word-right')] : input === 'd' ? [key('ctrl-k')] : [];
  return textPresses(input);
}

function textPresses(input: string): readonly Press[] {
  if (/[\r\n]+[^\r\n]/.test(input)) return [{ type: 'paste', text: input }];
  return [...input.matchAll(/\r\n?|\n|\t|[^\r\n\t]+/g)].map(([part]): Press => {
    const name = CONTROL[part.charAt(0)];
    return name === undefined ? { type: 'text', text: part } : key(name);
  });
}
