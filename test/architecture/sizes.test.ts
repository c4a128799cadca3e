import { describe, expect, it } from 'vitest';
import { sourceFiles } from './source.ts';

const lines = (text: string) => text.split('\n').length - 1;
const sizes = (folder: string) =>
  sourceFiles(folder)
    .map((file) => ({ path: file.path, lines: lines(file.text) }))
    .sort((one, other) => other.lines - one.lines);

describe('sizes', () => {
  it('no source file is longer than 300 lines, the median below 80', () => {
    const all = sizes('src');
    expect(all.filter((file) => file.lines > 300)).toEqual([]);
    expect(all[Math.floor(all.length / 2)]?.lines).toBeLessThan(80);
  });

  it('no test is longer than 500 lines', () => {
    expect(sizes('test').filter((file) => file.lines > 500)).toEqual([]);
  });
});
