import type { Key } from 'ink';
import { describe, expect, it } from 'vitest';
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

describe('the footer', () => {
  it('lets the least needed keys go first', () => {
    const hints = ['choose', 'moveOrLetters', 'filter', 'back', 'why', 'leave'] as const;
    expect(wordsOf(drawFooter(hints, 38, 1, lookOf()))).toEqual(['Enter choose · Esc back · Ctrl-C leave']);
    expect(wordsOf(drawFooter(hints, 90, 1, lookOf()))).toEqual(['Enter choose · ↑/↓ j/k move · / filter · Esc back · ? why · Ctrl-C leave']);
  });
});

describe('colours', () => {
  const linear = (part: number): number => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = (hex: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16)));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: number, other: number): number => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

  it.each(Object.entries(themeFor(24)).filter(([, style]) => style.color?.startsWith('#')))(
    '%s reads on black, on white, and on its own background',
    (_tone, { color = '', backgroundColor }) => {
      const grounds = backgroundColor === undefined ? [0, 1] : [luminance(backgroundColor)];
      for (const ground of grounds) expect(contrast(luminance(color), ground)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('are none without colour', () => {
    expect(
      Object.values(themeFor(1))
        .flatMap((style) => [style.color, style.backgroundColor])
        .filter((color) => color !== undefined),
    ).toEqual([]);
  });
});
