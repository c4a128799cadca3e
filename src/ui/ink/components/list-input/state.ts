import type { Press } from '../../keys.ts';
import { createTextInput, reduceTextInput, type TextInput, textOf } from '../text-input/state.ts';

/** Entries, and the line for the next one. */
export interface ListInput {
  readonly entries: readonly string[];
  readonly input: TextInput;
}

export const createListInput = (entries: readonly string[] = []): ListInput => ({ entries, input: createTextInput() });

const split = (text: string): readonly string[] =>
  text
    .split(/[,\r\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

/** Adds what is in the line; a comma or a line end separates entries. */
export function addEntries(list: ListInput, text = textOf(list.input)): ListInput {
  const fresh = split(text).filter((entry) => !list.entries.includes(entry));
  return { entries: [...list.entries, ...new Set(fresh)], input: createTextInput() };
}

/** Backspace in an empty line takes the last entry back into it. */
export function reduceList(list: ListInput, press: Press): ListInput {
  if (press.type === 'paste' && /[,\r\n]/.test(press.text)) return addEntries(list, textOf(list.input) + press.text);
  if (press.type === 'key' && press.name === 'backspace' && list.input.units.length === 0) {
    return { entries: list.entries.slice(0, -1), input: createTextInput(list.entries.at(-1)) };
  }
  const input = reduceTextInput(list.input, press);
  return input === list.input ? list : { ...list, input };
}
