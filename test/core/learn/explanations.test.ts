import { expect, it } from 'vitest';
import { explanationOf } from '../../../src/core/learn/explain/explain.ts';
import { codesOfSource } from './codes.ts';

it('every code that the source can produce is explained', () => {
  const codes = codesOfSource();
  expect(codes.length).toBeGreaterThan(300);
  const help = 'Add an entry for each of these to the file of its area in src/core/learn/explain/ (what it means, how it comes about, commands, cure).';
  expect(
    codes.filter((code) => explanationOf(code) === undefined),
    help,
  ).toEqual([]);
});
