import { describe, expect, it } from 'vitest';
import { sourceFiles } from './source.ts';

const SAY = /\bsay\(\s*((?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`))\s*,\s*((?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`))/g;
const names = (template: string) => [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

const sentences = sourceFiles('src').flatMap((file) => [...file.text.matchAll(SAY)].map(([, en = '', ja = '']) => ({ path: file.path, en, ja })));

describe('words in two languages', () => {
  it('finds the sentences', () => {
    expect(sentences.length).toBeGreaterThan(200);
  });

  it('both languages use the same values', () => {
    expect(sentences.filter(({ en, ja }) => new Set(names(en)).symmetricDifference(new Set(names(ja))).size > 0)).toEqual([]);
  });

  it('no plural is glued together', () => {
    expect(sentences.filter(({ en }) => /[a-z]\(e?s\)/.test(en))).toEqual([]);
  });

  it('neither is empty, and the Japanese is not the English where there are words in it', () => {
    // Lists of choices (`json | ndjson`) and acronyms are the same in every language.
    const wordy = (text: string) => /[a-z]{4,}/.test(text.replace(/\{\w+\}|`[^`]*`|[\w-]+(?: \| [\w-]+)+/g, ''));
    expect(sentences.filter(({ en, ja }) => en.length <= 2 || ja.length <= 2 || (en === ja && wordy(en)))).toEqual([]);
  });
});
