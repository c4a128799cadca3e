import type { Language } from '../../../../core/contracts/index.ts';
import { findTerms, GLOSSARY, termsIn } from '../../../../core/learn/glossary/glossary.ts';
import { termsOfQuestion } from '../../../../core/learn/glossary/of-question.ts';
import type { Term } from '../../../../core/learn/glossary/term.ts';
import { createTextInput, reduceTextInput, type TextInput, textOf } from '../../components/text-input/state.ts';
import { is, type Press } from '../../keys.ts';
import type { Look } from '../../look.ts';
import type { Screen } from '../screen.ts';
import { scrolled } from '../scroll.ts';

/** The glossary over whatever else is on the screen. */
export interface Glossary {
  readonly language: Language;
  /** Every term in the order of the list while nothing is searched for. */
  readonly all: readonly Term[];
  /** Those that the screen below uses: they stand first. */
  readonly here: ReadonlySet<string>;
  readonly search: TextInput;
  readonly found: readonly Term[];
  readonly index: number;
  /** One term alone, on the whole screen. */
  readonly whole: boolean;
  readonly scroll: number;
}

const PAGE = 10;

/** @param below the screen it is opened from */
export function createGlossary(below: Screen, look: Look): Glossary {
  const { language } = look;
  const here = termsOf(below, language);
  const rest = GLOSSARY.filter((term) => !here.includes(term)).toSorted((one, other) => look.words(one.name).localeCompare(look.words(other.name), language));
  const all = [...new Set([...here, ...rest])];
  return { language, all, here: new Set(here.map(({ id }) => id)), search: createTextInput(), found: all, index: 0, whole: false, scroll: 0 };
}

function termsOf(screen: Screen, language: Language): readonly Term[] {
  if (screen.type === 'problem') return termsIn(screen.problem.message, language);
  return screen.type === 'question' ? termsOfQuestion(screen.view.question, language) : [];
}

export const focusedTerm = ({ found, index }: Glossary): Term | undefined => found[index];

/** The glossary after a press; undefined: it is closed. */
export function reduceGlossary(glossary: Glossary, press: Press): Glossary | undefined {
  if (is(press, 'glossaryWhileTyping')) return undefined;
  if (glossary.whole) {
    if (is(press, 'close') || is(press, 'choose')) return { ...glossary, whole: false, scroll: 0 };
    return { ...glossary, scroll: scrolled(glossary.scroll, press) };
  }
  if (is(press, 'close')) return textOf(glossary.search) === '' ? undefined : searched(glossary, createTextInput());
  if (is(press, 'choose')) return focusedTerm(glossary) === undefined ? glossary : { ...glossary, whole: true };
  const to = (index: number): Glossary => ({ ...glossary, index: Math.max(0, Math.min(glossary.found.length - 1, index)) });
  if (press.type === 'key') {
    const moves: Readonly<Record<string, number>> = { up: -1, down: 1, 'page-up': -PAGE, 'page-down': PAGE };
    const by = moves[press.name];
    if (by !== undefined) return to(glossary.index + by);
  }
  const search = reduceTextInput(glossary.search, press);
  return search === glossary.search ? glossary : searched(glossary, search);
}

function searched(glossary: Glossary, search: TextInput): Glossary {
  const query = textOf(search);
  return { ...glossary, search, found: query.trim() === '' ? glossary.all : findTerms(query, glossary.language), index: 0 };
}
