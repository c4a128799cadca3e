import { is, type Press } from '../../keys.ts';

/** Yes or no; `value` is what Enter takes. */
export interface Confirm {
  readonly value: boolean;
  readonly untouched: boolean;
}

export const createConfirm = (draft?: boolean): Confirm => ({ value: draft ?? false, untouched: draft === undefined });

export function reduceConfirm(confirm: Confirm, press: Press): Confirm {
  if (is(press, 'yes') || (press.type === 'text' && press.text === 'Y')) return { value: true, untouched: false };
  if (is(press, 'no') || (press.type === 'text' && press.text === 'N')) return { value: false, untouched: false };
  return is(press, 'switch') || is(press, 'moveOrLetters') ? { value: !confirm.value, untouched: false } : confirm;
}
