import type { Language, Question } from '../../contracts/index.ts';
import { GLOSSARY, termsIn } from './glossary.ts';
import type { Term } from './term.ts';

/** What a question is about by its key, where its words name nothing of the glossary. */
const SUBJECTS: Readonly<Record<string, string>> = { azure: 'arm', target: 'compute', domain: 'domain-name', certificate: 'certificate', dns: 'dns' };

/** The terms that a question leads to: those of its why first, then those of its other words. */
export function termsOfQuestion({ key, learn, label, help }: Pick<Question, 'key' | 'learn' | 'label' | 'help'>, language: Language): readonly Term[] {
  const found = [learn ?? '', label, help ?? ''].flatMap((text) => termsIn(text, language));
  if (found.length > 0) return [...new Set(found)];
  const subject = SUBJECTS[key.split('.', 1)[0] ?? ''];
  return GLOSSARY.filter(({ id }) => id === subject);
}
