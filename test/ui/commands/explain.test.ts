import { describe, expect, it } from 'vitest';
import { explainedCodes, explanationOf } from '../../../src/core/learn/explain/explain.ts';
import { freshHome } from '../../helpers/bin.ts';

describe('explain', () => {
  it('tells of every code how to see it oneself, by a command', () => {
    const codes = explainedCodes();
    expect(codes.length).toBeGreaterThan(250);
    expect(codes.filter((code) => (explanationOf(code)?.see.length ?? 0) === 0)).toEqual([]);
    expect(explanationOf('toString')).toBeUndefined();
  });

  it('prints a code, a rule of the catalogue, and a term of the glossary, in both languages', async () => {
    const home = await freshHome();
    const code = await home.run(['explain', 'key-mismatch']);
    expect(code.stdout).toMatch(/How it comes about[\s\S]*openssl pkey[\s\S]*Mend it/);
    const japanese = await home.run(['explain', 'Chain', '--lang', 'ja']);
    expect(japanese.stdout).toContain('証明書チェーン');
    const rule = await home.run(['explain', 'key-exponent', '--format', 'json']);
    expect(JSON.parse(rule.stdout)).toMatchObject({ schema: 'amltls/explain/1', code: 'key-exponent' });
    const term = await home.run(['explain', 'SAN', '--format', 'json']);
    expect(JSON.parse(term.stdout)).toMatchObject({ schema: 'amltls/explain/1', term: 'san' });
  });

  it('says which word was probably meant', async () => {
    const home = await freshHome();
    const { code, stderr } = await home.run(['explain', 'key-mismach']);
    expect(code).toBe(2);
    expect(stderr).toContain('amltls explain key-mismatch');
  });
});
