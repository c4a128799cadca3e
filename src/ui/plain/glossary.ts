import type { Question } from '../../core/contracts/index.ts';
import { findTerms } from '../../core/learn/glossary/glossary.ts';
import { termsOfQuestion } from '../../core/learn/glossary/of-question.ts';
import type { Term } from '../../core/learn/glossary/term.ts';
import { say } from '../../core/text/say.ts';
import { indent, type Writer } from '../text/writer.ts';

const MOST = 5;
const NO_TERM = say('No term matches.', '一致する用語がありません。');

/** What `??` asks for: the words of the question, `?? WORDS` any others. undefined: the line asks for no words. */
export function glossaryLines(line: string, question: Question, writer: Writer): readonly string[] | undefined {
  const [, query] = /^\?\?\s*(.*)$/u.exec(line) ?? [];
  if (query === undefined) return undefined;
  const terms = query === '' ? termsOfQuestion(question, writer.language) : findTerms(query, writer.language).slice(0, MOST);
  return terms.length === 0 ? [writer.words(NO_TERM)] : terms.flatMap((term) => termLines(term, writer));
}

const termLines = ({ name, means, source }: Term, { words }: Writer): readonly string[] => [
  words(name),
  ...indent([words(means), words(say('Source: {source}', '出典: {source}', { source }))]),
];
