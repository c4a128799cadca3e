import type { Language, Text } from '../../contracts/index.ts';
import { AZURE } from './azure.ts';
import { CERTIFICATES } from './certificates.ts';
import { DNS } from './dns.ts';
import { KEYS_AND_FILES } from './keys-and-files.ts';
import { NAMES } from './names.ts';
import { PRACTICE_WORDS } from './practice.ts';
import type { Term } from './term.ts';
import { TLS } from './tls.ts';

/** Every term, grouped by subject. */
export const GLOSSARY: readonly Term[] = [...NAMES, ...CERTIFICATES, ...KEYS_AND_FILES, ...TLS, ...DNS, ...AZURE, ...PRACTICE_WORDS];

const templates = (text: Text, language: Language): string => (typeof text === 'string' ? text : text[language]);
const spellings = (term: Term): readonly string[] => [term.id, templates(term.name, 'en'), templates(term.name, 'ja'), ...term.also];
const plain = (words: string): string => words.toLowerCase().replaceAll('-', ' ').trim();

/** The term of exactly this id or spelling, in whatever case. */
export function termOf(words: string): Term | undefined {
  return GLOSSARY.find((term) => term.id === words.toLowerCase()) ?? GLOSSARY.find((term) => spellings(term).some((each) => plain(each) === plain(words)));
}

/** The terms that contain every word of a query: those whose name does first, then those whose explanation does. */
export function findTerms(query: string, language: Language): readonly Term[] {
  const wanted = plain(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (wanted.length === 0) return GLOSSARY;
  const has = (text: string) => wanted.every((word) => text.includes(word));
  const byName = GLOSSARY.filter((term) => has(plain(spellings(term).join('\n'))));
  const byMeaning = GLOSSARY.filter((term) => !byName.includes(term) && has(plain(templates(term.means, language))));
  const starts = (term: Term) => spellings(term).some((each) => plain(each).startsWith(wanted[0] ?? ''));
  return [...byName.filter(starts), ...byName.filter((term) => !starts(term)), ...byMeaning];
}

interface Hit {
  readonly from: number;
  readonly to: number;
}

const known = new WeakMap<object, Partial<Record<Language, readonly Term[]>>>();

/** The terms that a sentence uses, in the order in which they come; of two that overlap the longer counts. */
export function termsIn(text: Text, language: Language): readonly Term[] {
  if (typeof text === 'string') return [];
  const before = known.get(text);
  const terms = before?.[language] ?? lookFor(text[language]);
  known.set(text, { ...before, [language]: terms });
  return terms;
}

function lookFor(sentence: string): readonly Term[] {
  const folded = sentence.toLowerCase();
  const found = GLOSSARY.flatMap((term) => {
    const hits = spellings(term)
      // Most spellings are not there at all, and compiling the patterns of all of them costs more than drawing the screen.
      .filter((spelling) => folded.includes(spelling.toLowerCase()))
      .flatMap((spelling) => [...sentence.matchAll(patternOf(spelling))].map(({ index, 0: hit }): Hit => ({ from: index, to: index + hit.length })));
    const [first, ...others] = hits;
    return first === undefined ? [] : [{ term, hit: others.reduce(earlier, first) }];
  });
  const isInside = (one: Hit) => found.some(({ hit }) => hit.from <= one.from && hit.to >= one.to && length(hit) > length(one));
  return found
    .filter(({ hit }) => !isInside(hit))
    .toSorted((one, other) => one.hit.from - other.hit.from)
    .map(({ term }) => term);
}

const length = ({ from, to }: Hit): number => to - from;
const earlier = (one: Hit, other: Hit): Hit => (other.from < one.from || (other.from === one.from && other.to > one.to) ? other : one);

const patterns = new Map<string, RegExp>();

function patternOf(spelling: string): RegExp {
  const made = patterns.get(spelling) ?? compile(spelling);
  patterns.set(spelling, made);
  return made;
}

// Latin words end where they end; abbreviations keep their case, so that `NS` is not found in `ns1`.
function compile(spelling: string): RegExp {
  const escaped = spelling.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  const latin = /^[\w .-]+$/u.test(spelling);
  return new RegExp(latin ? `(?<![A-Za-z0-9-])${escaped}s?(?![A-Za-z0-9-])` : escaped, /^[A-Z0-9]{2,}$/u.test(spelling) ? 'gu' : 'giu');
}
