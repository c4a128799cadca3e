import type { Answered, Json } from '../../../core/contracts/index.ts';
import { say } from '../../../core/text/say.ts';
import { visible } from '../../../core/text/visible.ts';
import type { Look } from '../look.ts';

const YES = say('yes', 'はい');
const NO = say('no', 'いいえ');
const EMPTY = say('left empty', '省略');

/** An answer as a person reads it, on one line. */
export function shownValue(value: Json, look: Look): string {
  if (value === null || value === '') return look.words(EMPTY);
  if (typeof value === 'boolean') return look.words(value ? YES : NO);
  if (typeof value === 'string') return visible(value);
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map((each) => shownValue(each, look)).join(', ');
  return visible(JSON.stringify(value));
}

/** An answer as a person gave it: a choice in its own words. */
export const shownAnswer = ({ value, shown }: Answered, look: Look): string => (shown === undefined ? shownValue(value, look) : look.words(shown));
