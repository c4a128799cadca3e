import type { Press } from '../../keys.ts';
import { graphemes } from '../../layout/width.ts';

/** A line being typed. `at`: how many characters, as a reader counts them, stand before the cursor. */
export interface TextInput {
  readonly units: readonly string[];
  readonly at: number;
  /** The last paste had this many lines and was left out. */
  readonly refused?: number;
}

export const textOf = (input: TextInput): string => input.units.join('');

export function createTextInput(text = ''): TextInput {
  const units = graphemes(text);
  return { units, at: units.length };
}

/** The line after a press; the same object where the press is not for a line. */
export function reduceTextInput(input: TextInput, press: Press): TextInput {
  if (press.type === 'paste') return paste(input, press.text);
  if (press.type === 'text') return insert(input, press.text);
  const { units, at } = input;
  switch (press.name) {
    case 'left':
    case 'ctrl-b':
      return { units, at: Math.max(0, at - 1) };
    case 'right':
    case 'ctrl-f':
      return { units, at: Math.min(units.length, at + 1) };
    case 'home':
    case 'ctrl-a':
      return { units, at: 0 };
    case 'end':
    case 'ctrl-e':
      return { units, at: units.length };
    case 'word-left':
      return { units, at: wordStart(units, at) };
    case 'word-right':
      return { units, at: wordEnd(units, at) };
    case 'backspace':
    case 'ctrl-h':
      return remove(input, Math.max(0, at - 1), at);
    case 'delete':
    case 'ctrl-d':
      return remove(input, at, Math.min(units.length, at + 1));
    case 'ctrl-w':
    case 'word-backspace':
      return remove(input, wordStart(units, at), at);
    case 'ctrl-u':
      return remove(input, 0, at);
    case 'ctrl-k':
      return remove(input, at, units.length);
    default:
      return input;
  }
}

function insert({ units, at }: TextInput, text: string): TextInput {
  const clean = text.replace(/\p{Cc}/gu, '');
  const before = graphemes(units.slice(0, at).join('') + clean);
  return { units: [...before, ...units.slice(at)], at: before.length };
}

// Lines are never joined behind somebody's back, and what was pasted may be a private key: it is counted, not shown.
function paste(input: TextInput, text: string): TextInput {
  const lines = text.replace(/(?:\r\n?|\n)+$/, '').split(/\r\n?|\n/);
  return lines.length === 1 ? insert(input, lines[0] ?? '') : { units: input.units, at: input.at, refused: lines.length };
}

function remove({ units }: TextInput, from: number, to: number): TextInput {
  return { units: [...units.slice(0, from), ...units.slice(to)], at: from };
}

// Words end at spaces and at the joints of names and paths.
const isJoint = (unit: string | undefined): boolean => unit === undefined || /[\s./\\:@,-]/.test(unit);

function wordStart(units: readonly string[], at: number): number {
  let from = at;
  while (from > 0 && isJoint(units[from - 1])) from -= 1;
  while (from > 0 && !isJoint(units[from - 1])) from -= 1;
  return from;
}

function wordEnd(units: readonly string[], at: number): number {
  let to = at;
  while (to < units.length && isJoint(units[to])) to += 1;
  while (to < units.length && !isJoint(units[to])) to += 1;
  return to;
}
