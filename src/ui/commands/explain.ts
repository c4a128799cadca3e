import type { ExitCode, Text } from '../../core/contracts/index.ts';
import { explainedCodes, explanationOf } from '../../core/learn/explain/explain.ts';
import type { Explanation } from '../../core/learn/explain/explanation.ts';
import { GLOSSARY, termOf, termsIn } from '../../core/learn/glossary/glossary.ts';
import type { Term } from '../../core/learn/glossary/term.ts';
import { fail } from '../../core/problems/problem-error.ts';
import { nearest } from '../../core/profile/nearest.ts';
import { code, say, value } from '../../core/text/say.ts';
import { ARISES, MEND, SEE } from '../text/explain-words.ts';
import { wrap } from '../text/width.ts';
import { writeDocument } from './document.ts';
import { answer, type Session } from './session.ts';

const WIDEST = 100;

/** What a code of a finding or problem means, at length; or a word of the glossary. @throws ProblemError `explain-unknown` */
export function explain(session: Session, asked: string): ExitCode {
  const explanation = explanationOf(asked.toLowerCase());
  if (explanation !== undefined) return explainCode(session, asked.toLowerCase(), explanation);
  const term = termOf(asked);
  return term === undefined ? unknown(asked) : explainTerm(session, term);
}

function explainCode(session: Session, id: string, explanation: Explanation): ExitCode {
  const { words, language } = session;
  const { means, arises, see, mend } = explanation;
  const terms = [...new Set([means, arises, mend].flatMap((text) => termsIn(text, language)))].slice(0, 6);
  if (session.options.format !== 'text') {
    writeDocument(session, 'explain', {
      code: id,
      means: words(means),
      arises: words(arises),
      see: [...see],
      mend: words(mend),
      terms: terms.map((each) => each.id),
    });
    return 0;
  }
  answer(session, id);
  paragraph(session, means);
  heading(session, ARISES);
  paragraph(session, arises);
  heading(session, SEE);
  for (const command of see) session.out.line(`  ${command}`);
  heading(session, MEND);
  paragraph(session, mend);
  if (terms.length > 0) {
    session.out.line('');
    answer(session, say('In the glossary: {terms}', '用語集: {terms}', { terms: value(terms.map((each) => each.id).join(', ')) }));
  }
  return 0;
}

function explainTerm(session: Session, term: Term): ExitCode {
  const { words } = session;
  const { source } = term;
  const from = 'link' in source ? (source.label === undefined ? source.link : `${source.label}, ${source.link}`) : 'value' in source ? source.value : '';
  if (session.options.format !== 'text') {
    writeDocument(session, 'explain', { term: term.id, name: words(term.name), means: words(term.means), see: [...term.see], source: from });
    return 0;
  }
  answer(session, term.name);
  paragraph(session, term.means);
  session.out.line('');
  if (term.see.length > 0) answer(session, say('See also: {terms}', '関連: {terms}', { terms: value(term.see.join(', ')) }));
  answer(session, say('Source: {source}', '出典: {source}', { source: value(from) }));
  return 0;
}

function heading(session: Session, text: Text): void {
  session.out.line('');
  answer(session, text);
}

function paragraph({ words, out, host }: Session, text: Text): void {
  const width = Math.min(WIDEST, host.stdout.columns ?? WIDEST) - 2;
  for (const line of wrap(words(text), width)) out.line(`  ${line}`);
}

function unknown(asked: string): never {
  const close = nearest(asked, [...explainedCodes(), ...GLOSSARY.map(({ id }) => id)]);
  return fail({
    code: 'explain-unknown',
    owner: 'you',
    message: say(
      '{code} is no code of a finding or problem, and no term of the glossary.',
      '{code} は、検出事項や問題のコードでも、用語集の用語でもありません。',
      { code: code(asked) },
    ),
    next: [
      close === undefined
        ? say(
            'Codes stand beside findings and in JSON output. Terms can be searched in the wizard with {key}.',
            'コードは検出事項の横や JSON の出力に表示されます。用語はウィザードの {key} で検索できます。',
            { key: code('g') },
          )
        : say('Did you mean {close}?', '{close} ではありませんか?', { close: code(`amltls explain ${close}`) }),
    ],
  });
}
