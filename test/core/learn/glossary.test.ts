import { describe, expect, it } from 'vitest';
import type { Question } from '../../../src/core/contracts/index.ts';
import { domainQuestions } from '../../../src/core/domain/questions.ts';
import { findTerms, GLOSSARY, termOf, termsIn } from '../../../src/core/learn/glossary/glossary.ts';
import { termsOfQuestion } from '../../../src/core/learn/glossary/of-question.ts';
import { createRegistry } from '../../../src/core/registry/registry.ts';
import { say } from '../../../src/core/text/say.ts';
import { azureQuestions } from '../../../src/core/wizard/azure-questions.ts';
import { wholeCatalogue } from '../../../src/core/wizard/catalogue.ts';
import { dnsWaitQuestions } from '../../../src/core/wizard/dns-questions.ts';
import { certificateQuestion, dnsQuestion, targetQuestion } from '../../../src/core/wizard/plugin-questions.ts';
import { builtIns } from '../../../src/plugins/index.ts';

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

  it.each(['en', 'ja'] as const)('explains a word of every why of the wizard (%s)', async (language) => {
    const questions = (await everyQuestion()).filter(({ learn }) => learn !== undefined);
    expect(questions.length).toBeGreaterThan(15);
    expect(questions.filter((question) => termsOfQuestion(question, language).length === 0).map(({ key }) => key)).toEqual([]);
  });
});

async function everyQuestion(): Promise<readonly Question[]> {
  const catalogue = await wholeCatalogue(createRegistry(builtIns));
  const plugins = [catalogue.targets, catalogue.certificates, catalogue.dns].flatMap((kind) => [...kind.values()].flatMap(({ questions }) => questions));
  const choices = [certificateQuestion(catalogue), targetQuestion(catalogue), dnsQuestion(catalogue)];
  return [...domainQuestions, ...azureQuestions, ...dnsWaitQuestions, ...choices, ...plugins];
}
