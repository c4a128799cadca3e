import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFqdn, checkNotPublicSuffix } from '../../../src/core/domain/check-fqdn.ts';

const codeOf = (text: string) => {
  const result = checkFqdn(text);
  return 'code' in result ? result.code : undefined;
};

describe('checkFqdn', () => {
  it.each([
    ['www.contoso.com', 'www.contoso.com', 'www.contoso.com'],
    ['  WWW.Contoso.COM.  ', 'www.contoso.com', 'www.contoso.com'],
    ['ml.例え.jp', 'ml.xn--r8jz45g.jp', 'ml.例え.jp'],
    ['ml。例え。jp', 'ml.xn--r8jz45g.jp', 'ml.例え.jp'],
    ['xn--mnchen-3ya.de', 'xn--mnchen-3ya.de', 'münchen.de'],
    ['MÜNCHEN.de', 'xn--mnchen-3ya.de', 'münchen.de'],
    [`${'a'.repeat(63)}.com`, `${'a'.repeat(63)}.com`, `${'a'.repeat(63)}.com`],
  ])('takes %s', (text, fqdn, unicode) => {
    expect(checkFqdn(text)).toEqual({ fqdn, unicode });
  });

  it.each([
    ['', 'fqdn-empty'],
    [' ', 'fqdn-empty'],
    ['https://www.contoso.com/score', 'fqdn-not-only-a-name'],
    ['www.contoso.com:443', 'fqdn-not-only-a-name'],
    ['me@contoso.com', 'fqdn-not-only-a-name'],
    ['*.contoso.com', 'fqdn-wildcard'],
    ['20.0.0.4', 'fqdn-address'],
    ['0x7f.1', 'fqdn-address'],
    ['www.contoso.1', 'fqdn-address'],
    ['2001:db8::1', 'fqdn-address'],
    ['[2001:db8::1]', 'fqdn-address'],
    ['contoso', 'fqdn-single-label'],
    ['www..contoso.com', 'fqdn-empty-label'],
    ['.contoso.com', 'fqdn-empty-label'],
    ['-www.contoso.com', 'fqdn-label'],
    ['my_service.contoso.com', 'fqdn-label'],
    ['www.con toso.com', 'fqdn-letters'],
    ['ex%61mple.com', 'fqdn-letters'],
    ['xn--a.com', 'fqdn-letters'],
    ['www.\u0000.com', 'fqdn-letters'],
    [`${'a'.repeat(64)}.com`, 'fqdn-too-long'],
    [`${'abcdefg.'.repeat(32)}com`, 'fqdn-too-long'],
  ])('refuses %j as %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('names the host of a pasted URL', () => {
    expect(checkFqdn('https://user@ml.contoso.com:8443/score?x=1')).toMatchObject({ next: [{ with: { host: { code: 'ml.contoso.com' } } }] });
  });

  it('gives names that DNS can carry, and the same again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.domain(), fc.webUrl()), (text) => {
        const result = checkFqdn(text);
        if ('code' in result) return result.next.length > 0;
        expect(result.fqdn).toMatch(/^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/);
        expect(checkFqdn(result.fqdn)).toEqual(result);
        expect(checkFqdn(result.unicode)).toEqual(result);
        return true;
      }),
      { numRuns: 1000 },
    );
  });
});

describe('checkNotPublicSuffix', () => {
  it.each(['co.uk', 'azurewebsites.net', 'github.io'])('refuses %s', async (name) => {
    expect(await checkNotPublicSuffix(name)).toMatchObject({ code: 'fqdn-public-suffix' });
  });

  it.each(['contoso.com', 'contoso.co.uk', 'me.github.io', 'ml.corp.internal'])('takes %s', async (name) => {
    expect(await checkNotPublicSuffix(name)).toBeUndefined();
  });
});
