import { describe, expect, it } from 'vitest';
import type { Question } from '../../../src/core/contracts/index.ts';
import { domainQuestions } from '../../../src/core/domain/questions.ts';
import { findTerms, GLOSSARY, termOf, termsIn } from '../../../src/core/learn/glossary/glossary.ts';
import { createRegistry } from '../../../src/core/registry/registry.ts';
import { say } from '../../../src/core/text/say.ts';
import { azureQuestions } from '../../../src/core/wizard/azure-questions.ts';
import { wholeCatalogue } from '../../../src/core/wizard/catalogue.ts';
import { dnsWaitQuestions } from '../../../src/core/wizard/dns-questions.ts';
import { certificateQuestion, dnsQuestion, targetQuestion } from '../../../src/core/wizard/plugin-questions.ts';
import { builtIns } from '../../../src/plugins/index.ts';
import { viewOf } from '../../../src/ui/ink/gallery/questions.ts';
import { createGlossary, focusedTerm } from '../../../src/ui/ink/screens/glossary/state.ts';
import { createQuestion } from '../../../src/ui/ink/screens/question/state.ts';
import { lookOf } from '../../helpers/frame.ts';

/** A series of documents, a product. */
const NO_TERMS = new Set(['RFC', 'BIND']);

const ids = (terms: readonly { readonly id: string }[]) => terms.map(({ id }) => id);

describe('the glossary', () => {
  it('has every term once, and refers to none that it lacks', () => {
    const known = ids(GLOSSARY);
    expect(known.length).toBeGreaterThanOrEqual(60);
    expect(new Set(known).size).toBe(known.length);
    expect(GLOSSARY.flatMap(({ see }) => see).filter((id) => !known.includes(id))).toEqual([]);
    expect(GLOSSARY.filter(({ id, see }) => see.includes(id))).toEqual([]);
  });

  it('is searched by name, by other spellings and by meaning, in both languages', () => {
    expect(ids(findTerms('neg cache', 'en'))).toEqual(['soa-minimum']);
    expect(ids(findTerms('subjectaltname', 'en'))[0]).toBe('san');
    expect(ids(findTerms('証明機関', 'ja'))[0]).toBe('ca');
    expect(ids(findTerms('rustlings', 'en'))).toEqual([]);
    expect(findTerms('  ', 'en')).toBe(GLOSSARY);
    expect(termOf('Subject Alternative Name')?.id).toBe('san');
    expect(termOf('TTL')?.id).toBe('ttl');
    expect(termOf('no such word')).toBeUndefined();
  });

  it('finds its terms in a sentence, the longer of two that overlap', () => {
    const sentence = say('A CNAME record is not what the field calls CNAME.', 'CNAME レコードは A レコードではありません。');
    expect(ids(termsIn(sentence, 'en'))).toEqual(['cname-record']);
    expect(ids(termsIn(sentence, 'ja'))).toEqual(['cname-record', 'a-record']);
    expect(ids(termsIn(say('ns1 and plankton', 'ns1'), 'en'))).toEqual([]);
  });

  it.each(['en', 'ja'] as const)('explains words of every why of the wizard, and opens with the first of them marked (%s)', async (language) => {
    const questions = (await everyQuestion()).filter(({ learn }) => learn !== undefined);
    expect(questions.length).toBeGreaterThan(15);
    const opened = questions.map((question) => ({
      key: question.key,
      used: termsIn(question.learn ?? '', language),
      glossary: glossaryOver(question, language),
    }));
    expect(opened.filter(({ used }) => used.length === 0).map(({ key }) => key)).toEqual([]);
    for (const { key, used, glossary } of opened) {
      expect(ids(glossary.found.slice(0, used.length)), key).toEqual(ids(used));
      expect(focusedTerm(glossary)?.id, key).toBe(used[0]?.id);
    }
  });

  it('knows every abbreviation in a why of the wizard', async () => {
    const words = (await everyQuestion()).flatMap(({ learn = '' }) =>
      typeof learn === 'string' ? [] : [...learn.en.matchAll(/\b[A-Z][A-Z0-9]{1,}\b/g)].map(([word]) => word),
    );
    expect(words.length).toBeGreaterThan(20);
    const known = (word: string) =>
      termOf(word) !== undefined ||
      GLOSSARY.some(({ name, also }) => [typeof name === 'string' ? name : name.en, ...also].some((each) => each.split(/[^A-Za-z0-9]+/).includes(word)));
    expect([...new Set(words)].filter((word) => !NO_TERMS.has(word) && !known(word))).toEqual([]);
  });
});

const glossaryOver = (question: Question, language: 'en' | 'ja') =>
  createGlossary(createQuestion(viewOf(question), { lists: false, tools: false, panel: 'auto' }), lookOf({ language }));

async function everyQuestion(): Promise<readonly Question[]> {
  const catalogue = await wholeCatalogue(createRegistry(builtIns));
  const plugins = [catalogue.targets, catalogue.certificates, catalogue.dns].flatMap((kind) => [...kind.values()].flatMap(({ questions }) => questions));
  const choices = [certificateQuestion(catalogue), targetQuestion(catalogue), dnsQuestion(catalogue)];
  return [...domainQuestions, ...azureQuestions, ...dnsWaitQuestions, ...choices, ...plugins];
}
