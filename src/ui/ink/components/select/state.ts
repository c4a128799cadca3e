import { is, type Press } from '../../keys.ts';
import { graphemes } from '../../layout/width.ts';
import { createTextInput, reduceTextInput, type TextInput, textOf } from '../text-input/state.ts';

/** One line of a list, in the reader's language. */
export interface Item {
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
  readonly suggested?: boolean;
  /** Why it cannot be chosen. */
  readonly reason?: string;
  /** What to do about that. */
  readonly cure?: string;
}

/** A list of which one is chosen. `index` counts the items that pass the filter. */
export interface Select {
  readonly items: readonly Item[];
  readonly filter: TextInput;
  readonly filtering: boolean;
  readonly index: number;
  /** Nobody has moved yet: a late default may still move the mark. */
  readonly untouched: boolean;
  /** Letters are keys however long it is. */
  readonly letters?: true;
}

/** Lists longer than this are filtered by typing; in shorter ones letters are keys. */
export const SHORT_LIST = 9;
const PAGE = 10;

export const isLong = (select: Select): boolean => select.letters !== true && select.items.length > SHORT_LIST;

export function createSelect(items: readonly Item[], preferred?: string): Select {
  const wanted = items.findIndex((item) => item.value === preferred);
  const suggested = items.findIndex((item) => item.suggested === true && item.reason === undefined);
  const free = items.findIndex((item) => item.reason === undefined);
  const index = [wanted, suggested, free, 0].find((at) => at >= 0) ?? 0;
  return { items, filter: createTextInput(), filtering: false, index, untouched: true };
}

/** The items that contain every word of the filter, in label, value or detail. */
export function shownItems(select: Select): readonly Item[] {
  const wanted = textOf(select.filter)
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (wanted.length === 0) return select.items;
  return select.items.filter((item) => {
    const text = `${item.label}\n${item.value}\n${item.detail ?? ''}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

export const focusedItem = (select: Select): Item | undefined => shownItems(select)[select.index];

/** The list after a press; the same object where the press is not for a list. */
export function reduceSelect(select: Select, press: Press): Select {
  const count = shownItems(select).length;
  const to = (index: number): Select => ({ ...select, index: Math.max(0, Math.min(count - 1, index)), untouched: false });
  const letters = !isLong(select) && !select.filtering;
  if (press.type === 'key') {
    switch (press.name) {
      case 'up':
        return to(select.index === 0 ? count - 1 : select.index - 1);
      case 'down':
        return to(select.index === count - 1 ? 0 : select.index + 1);
      case 'page-up':
        return to(select.index - PAGE);
      case 'page-down':
        return to(select.index + PAGE);
      case 'home':
        return to(0);
      case 'end':
        return to(count - 1);
      case 'escape':
        return select.filtering ? refilter(select, createTextInput()) : select;
      default:
        return select.filtering ? refilter(select, reduceTextInput(select.filter, press)) : select;
    }
  }
  if (letters && press.type === 'text') {
    if (is(press, 'filter')) return { ...select, filtering: true };
    if (/^[jk]+$/.test(press.text))
      return graphemes(press.text).reduce<Select>((now, letter) => reduceSelect(now, { type: 'key', name: letter === 'j' ? 'down' : 'up' }), select);
  }
  return refilter(select, reduceTextInput(select.filter, press));
}

/** The mark goes to the first match that can be chosen; a filter that became empty is closed and keeps the mark where it was. */
function refilter(select: Select, filter: TextInput): Select {
  if (filter === select.filter) return select;
  const kept = focusedItem(select);
  const next: Select = { ...select, filter, filtering: filter.units.length > 0, untouched: false };
  const shown = shownItems(next);
  if (filter.units.length === 0) return { ...next, index: Math.max(0, kept === undefined ? 0 : shown.indexOf(kept)) };
  return {
    ...next,
    index: Math.max(
      0,
      shown.findIndex((item) => item.reason === undefined),
    ),
  };
}
