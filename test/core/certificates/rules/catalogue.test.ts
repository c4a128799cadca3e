import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CATALOGUE, findRule } from '../../../../src/core/certificates/rules/catalogue.ts';
import { value } from '../../../../src/core/text/say.ts';
import { renderText } from '../../../../src/ui/text/render.ts';

// cli.md, "Findings and problems".
const PROMISED =
  'parse-error key-mismatch key-encrypted key-weak signature-weak name-not-covered san-missing expired not-yet-valid expires-soon chain-incomplete chain-order root-included leaf-is-ca eku-no-server-auth self-signed untrusted-root';

describe('the rules about certificates', () => {
  it('are the promised ones and more than forty', () => {
    expect(Object.keys(CATALOGUE)).toEqual(expect.arrayContaining(PROMISED.split(' ')));
    expect(Object.keys(CATALOGUE).length).toBeGreaterThan(40);
    expect(CATALOGUE['root-included'].severity).toBe('warning');
    expect(CATALOGUE['expires-soon'].severity).toBe('warning');
  });

  it.each(Object.entries(CATALOGUE))('%s says what, why, what to do and by whom, in both languages', (code, rule) => {
    expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/u);
    expect(rule.source).toMatch(/^(?:RFC \d{4}|CA\/B BR \d|Chrome Root)/u);
    const about = { name: value('NAME'), certificate: undefined, detail: value('DETAIL') };
    for (const language of ['en', 'ja'] as const) {
      for (const text of [rule.says(about), rule.why, rule.cure]) {
        const words = renderText(text, language);
        expect(words).toMatch(language === 'en' ? /\.$/u : /[。)]$|[A-Z]+$/u);
        expect(words).not.toMatch(/\{|\}/u);
      }
    }
  });

  it('stand in docs/certificates.md, with severity and source', () => {
    const page = readFileSync(new URL('../../../../docs/certificates.md', import.meta.url), 'utf8');
    for (const [code, { severity, source }] of Object.entries(CATALOGUE)) {
      const row = page.split('\n').find((line) => line.startsWith(`| \`${code}\` |`)) ?? '';
      expect(row).toContain(`| ${severity}`);
      expect(row).toContain(`| ${source} |`);
    }
  });

  it('are found by their code only', () => {
    expect(findRule('expired')).toBe(CATALOGUE.expired);
    expect(findRule('toString')).toBeUndefined();
  });
});
