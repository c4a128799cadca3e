import { describe, expect, it } from 'vitest';
import type { Context } from '../../../src/core/contracts/index.ts';
import { domainOf } from '../../../src/core/domain/domain-of.ts';
import { domainQuestions } from '../../../src/core/domain/questions.ts';
import { ProblemError } from '../../../src/core/problems/problem-error.ts';

const context = {} as Context;
const asked = (answers: Record<string, string>) => domainQuestions.filter((question) => question.when?.(answers) ?? true).map((question) => question.key);

describe('domainQuestions', () => {
  it('asks what the kind needs', () => {
    expect(asked({})).toEqual(['domain.kind']);
    expect(asked({ 'domain.kind': 'custom' })).toEqual(['domain.kind', 'domain.fqdn']);
    expect(asked({ 'domain.kind': 'microsoft' })).toEqual(['domain.kind', 'domain.leafDomainLabel', 'domain.overwriteExistingDomain']);
    expect(asked({ 'domain.kind': 'none' })).toEqual(['domain.kind']);
  });

  it('says why each is asked', () => {
    expect(domainQuestions.filter(({ help, learn }) => help === undefined || learn === undefined)).toEqual([]);
  });

  it('gives advice to those who have no name, and keeps no answer', async () => {
    const [kind] = domainQuestions;
    if (kind?.kind !== 'choice') throw new Error('the first question is a choice');
    expect((await kind.options(context)).map(({ value }) => value)).toEqual(['custom', 'microsoft', 'none', 'no-name-yet']);
    expect(await kind.check?.('no-name-yet', context)).toMatchObject({ code: 'domain-no-name-yet' });
    expect(await kind.check?.('custom', context)).toBeUndefined();
    expect(await kind.check?.('other', context)).toMatchObject({ code: 'domain-kind-unknown' });
  });

  it('checks the name, its suffix too', async () => {
    const fqdn = domainQuestions.find(({ key }) => key === 'domain.fqdn');
    if (fqdn?.kind !== 'text') throw new Error('the name is typed');
    expect(await fqdn.check?.('www.contoso.com', context)).toBeUndefined();
    expect(await fqdn.check?.('co.uk', context)).toMatchObject({ code: 'fqdn-public-suffix' });
    expect(await fqdn.check?.('20.0.0.4', context)).toMatchObject({ code: 'fqdn-address' });
  });
});

describe('domainOf', () => {
  it('puts the answers together', () => {
    expect(domainOf({ 'domain.kind': 'custom', 'domain.fqdn': 'ML.Contoso.com.' })).toEqual({ kind: 'custom', fqdn: 'ml.contoso.com' });
    expect(domainOf({ 'domain.kind': 'microsoft', 'domain.leafDomainLabel': 'contoso' })).toEqual({
      kind: 'microsoft',
      leafDomainLabel: 'contoso',
      overwriteExistingDomain: false,
    });
    expect(domainOf({ 'domain.kind': 'none' })).toEqual({ kind: 'none' });
  });

  it.each([[{}], [{ 'domain.kind': 'no-name-yet' }], [{ 'domain.kind': 'custom' }], [{ 'domain.kind': 'microsoft', 'domain.leafDomainLabel': 'A' }]])(
    'refuses %j with a problem',
    (answers) => {
      expect(() => domainOf(answers)).toThrow(ProblemError);
    },
  );
});
