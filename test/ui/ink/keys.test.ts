import { readFile } from 'node:fs/promises';
import type { Key } from 'ink';
import { describe, expect, it } from 'vitest';
import { keysPage } from '../../../scripts/keys-page.ts';
import { drawFooter } from '../../../src/ui/ink/frame/footer.ts';
import { pressesOf } from '../../../src/ui/ink/presses.ts';
import { themeFor } from '../../../src/ui/ink/theme.ts';
import { lookOf, wordsOf } from '../../helpers/frame.ts';

const none: Key = {
  upArrow: false,
  downArrow: false,
  leftArrow: false,
  rightArrow: false,
  pageDown: false,
  pageUp: false,
  home: false,
  end: false,
  return: false,
  escape: false,
  ctrl: false,
  shift: false,
  tab: false,
  backspace: false,
  delete: false,
  meta: false,
  super: false,
  hyper: false,
  capsLock: false,
  numLock: false,
};

describe('presses', () => {
  it('take apart what came in one piece', () => {
    expect(pressesOf('abc\r', none)).toEqual([
      { type: 'text', text: 'abc' },
      { type: 'key', name: 'enter' },
    ]);
    expect(pressesOf('ab\t', none)).toEqual([
      { type: 'text', text: 'ab' },
      { type: 'key', name: 'tab' },
    ]);
  });

  it('take text with a line end inside for a paste, also where the terminal does not mark one', () => {
    expect(pressesOf('a\rb\r', none)).toEqual([{ type: 'paste', text: 'a\rb\r' }]);
  });

  it('name modified keys', () => {
    expect(pressesOf('c', { ...none, ctrl: true })).toEqual([{ type: 'key', name: 'ctrl-c' }]);
    expect(pressesOf('', { ...none, leftArrow: true, ctrl: true })).toEqual([{ type: 'key', name: 'word-left' }]);
    expect(pressesOf('', { ...none, tab: true, shift: true })).toEqual([{ type: 'key', name: 'backtab' }]);
    expect(pressesOf('a', { ...none, eventType: 'release' })).toEqual([]);
  });
});

describe('docs/keys.md', () => {
  it('is what npm run generate writes', async () => {
    expect(await readFile('docs/keys.md', 'utf8')).toBe(keysPage());
  });
});

describe('the footer', () => {
  it('lets the least needed keys go first', () => {
    const hints = ['choose', 'moveOrLetters', 'filter', 'back', 'why', 'leave'] as const;
    expect(wordsOf(drawFooter(hints, 38, 1, lookOf()))).toEqual(['Enter choose · Esc back · Ctrl-C leave']);
    expect(wordsOf(drawFooter(hints, 90, 1, lookOf()))).toEqual(['Enter choose · ↑/↓ j/k move · / filter · Esc back · ? why · Ctrl-C leave']);
  });
});

/** The 256-colour palette as xterm defines it. */
function hexOf(color: string): string {
  const at = /^ansi256\((\d+)\)$/.exec(color)?.[1];
  if (at === undefined) return color;
  const index = Number(at);
  const level = (part: number) => (part === 0 ? 0 : 55 + part * 40);
  const cube = index - 16;
  const parts = index >= 232 ? [0, 0, 0].map(() => 8 + (index - 232) * 10) : [Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map(level);
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

describe('colours', () => {
  const linear = (part: number): number => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = (hex: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16)));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: number, other: number): number => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

  const cases = (['auto', 'dark', 'light'] as const).flatMap((theme) =>
    ([8, 24] as const).flatMap((depth) => Object.entries(themeFor(depth, theme)).map(([tone, style]) => ({ theme, depth, tone, style }))),
  );
  const grounds = { auto: [0, 1], dark: [0], light: [1] } as const;
  it.each(cases.filter(({ style }) => style.color !== undefined))('$theme $depth $tone reads on its ground', ({ theme, style }) => {
    const ink = luminance(hexOf(style.color ?? ''));
    const papers = style.backgroundColor === undefined ? grounds[theme] : [luminance(hexOf(style.backgroundColor))];
    for (const paper of papers) expect(contrast(ink, paper)).toBeGreaterThanOrEqual(4.5);
  });

  it('are none without colour', () => {
    expect(
      [...Object.values(themeFor(1)), ...Object.values(themeFor(24, 'mono')), ...Object.values(themeFor(1, 'dark'))]
        .flatMap((style) => [style.color, style.backgroundColor])
        .filter((color) => color !== undefined),
    ).toEqual([]);
  });
});
