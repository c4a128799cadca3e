import { sourceFiles } from '../architecture/source.ts';

const SAY = /\bsay\(\s*'((?:[^'\\]|\\.)*)'\s*,\s*'((?:[^'\\]|\\.)*)'/g;
let pairs: readonly (readonly [string, string])[] | undefined;

/**
 * What an English sentence or a part of it may be in Japanese, as the source has them beside each other: each the longest part without a value in it.
 * Somebody's own words stay.
 */
export function japanese(english: string): readonly string[] {
  pairs ??= sourceFiles('src').flatMap(({ text }) => [...text.matchAll(SAY)].map(([, en = '', ja = '']) => [en, ja] as const));
  const same = pairs.filter(([en]) => en === english || (en.split('{')[0] ?? '').trim() === english);
  // A single word is mostly somebody's name.
  const found = same.length > 0 || !english.includes(' ') ? same : pairs.filter(([en]) => en.includes(english));
  return found.length === 0 ? [english] : found.map(([, ja]) => ja.split(/\{\w+\}/).toSorted((one, other) => other.length - one.length)[0] ?? '');
}
