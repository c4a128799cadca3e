import type { Press } from '../../keys.ts';
import type { Item } from '../select/state.ts';
import { createTextInput, reduceTextInput, type TextInput, textOf } from '../text-input/state.ts';

/** Typing, with suggestions below. `index` counts the shown suggestions; -1 is what is typed. */
export interface Combo {
  readonly input: TextInput;
  readonly items: readonly Item[];
  readonly index: number;
  /** The default: taken where nothing is typed. */
  readonly ghost?: string;
  /** The typed text is as it came: all suggestions are shown. */
  readonly untouched: boolean;
  /** A new value is wanted: nothing is marked by itself. */
  readonly typed?: boolean;
}

export function createCombo(draft?: string): Combo {
  return { input: createTextInput(draft), items: [], index: -1, untouched: true };
}

/** Late arrivals: suggestions and the default. They never change what was typed. */
export function withItems(combo: Combo, items: readonly Item[], typed = false): Combo {
  return preferred({ ...combo, items, typed });
}

export function withGhost(combo: Combo, ghost: string): Combo {
  return preferred({ ...combo, ghost });
}

function preferred(combo: Combo): Combo {
  if (!combo.untouched) return { ...combo, index: exact(shownSuggestions(combo), textOf(combo.input)) };
  const wanted = combo.input.units.length > 0 ? textOf(combo.input) : combo.ghost;
  if (wanted !== undefined) return { ...combo, index: combo.items.findIndex((item) => item.value === wanted) };
  if (combo.typed === true) return { ...combo, index: -1 };
  const suggested = combo.items.findIndex((item) => item.suggested === true && item.reason === undefined);
  return { ...combo, index: suggested >= 0 ? suggested : combo.items.findIndex((item) => item.reason === undefined) };
}

export function shownSuggestions(combo: Combo): readonly Item[] {
  const typed = textOf(combo.input).trim().toLowerCase();
  if (combo.untouched || typed === '') return combo.items;
  return combo.items.filter((item) => item.label.toLowerCase().includes(typed) || item.value.toLowerCase().includes(typed));
}

const exact = (items: readonly Item[], typed: string): number =>
  items.findIndex((item) => item.value === typed.trim() || item.label.toLowerCase() === typed.trim().toLowerCase());

/** What Enter takes: the marked suggestion, what is typed, or the default; undefined where there is none of them. */
export function chosenOf(combo: Combo): Item | string | undefined {
  const shown = shownSuggestions(combo);
  const marked = shown[combo.index];
  if (marked !== undefined) return marked;
  const typed = textOf(combo.input).trim();
  return typed === '' ? combo.ghost : typed;
}

export function reduceCombo(combo: Combo, press: Press): Combo {
  const count = shownSuggestions(combo).length;
  const to = (index: number): Combo => ({ ...combo, index: Math.max(-1, Math.min(count - 1, index)) });
  if (press.type === 'key') {
    switch (press.name) {
      case 'up':
        return to(combo.index - 1);
      case 'down':
        return to(combo.index + 1);
      case 'page-up':
        return to(combo.index - 10);
      case 'page-down':
        return to(combo.index + 10);
      case 'tab':
        return complete(combo);
      default:
    }
  }
  const input = reduceTextInput(combo.input, press);
  if (input === combo.input) return combo;
  if (textOf(input) === textOf(combo.input)) return { ...combo, input };
  const next = { ...combo, input, untouched: false };
  return { ...next, index: input.units.length === 0 ? -1 : exact(shownSuggestions(next), textOf(input)) };
}

/** Tab writes the marked suggestion, else the first, else the default into the line, to be edited. */
function complete(combo: Combo): Combo {
  const shown = shownSuggestions(combo);
  const text = (shown[combo.index] ?? (combo.input.units.length === 0 && combo.ghost !== undefined ? undefined : shown[0]))?.value ?? combo.ghost;
  if (text === undefined) return combo;
  const next = { ...combo, input: createTextInput(text), untouched: false };
  return { ...next, index: exact(shownSuggestions(next), text) };
}
