import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawTextInput } from '../../../../src/ui/ink/components/text-input/draw.ts';
import { createTextInput, reduceTextInput, type TextInput, textOf } from '../../../../src/ui/ink/components/text-input/state.ts';
import type { KeyName, Press } from '../../../../src/ui/ink/keys.ts';
import { rowWidth } from '../../../../src/ui/ink/layout/rows.ts';
import { lookOf, wordsOf } from '../../../helpers/frame.ts';

const key = (name: KeyName): Press => ({ type: 'key', name });
const text = (typed: string): Press => ({ type: 'text', text: typed });
const after = (start: string, ...presses: readonly Press[]): TextInput => presses.reduce(reduceTextInput, createTextInput(start));

describe('typing a line', () => {
  it.each([
    ['at the end', after('ab', text('c')), 'abc'],
    ['in the middle', after('ac', key('left'), text('b')), 'abc'],
    ['at the start', after('bc', key('home'), text('a')), 'abc'],
    ['backspace', after('abc', key('backspace')), 'ab'],
    ['delete', after('abc', key('home'), key('delete')), 'bc'],
    ['a word back', after('www.contoso.com', key('ctrl-w')), 'www.contoso.'],
    ['a path part back', after('/etc/ssl/cert.pem', key('ctrl-w'), key('ctrl-w')), '/etc/ssl/'],
    ['to the start', after('abc', key('left'), key('ctrl-u')), 'c'],
    ['to the end', after('abc', key('home'), key('ctrl-k')), ''],
    ['a family is one character', after('a👨‍👩‍👧', key('backspace')), 'a'],
    ['a combining mark joins', after('e', text('\u0301'), key('backspace')), ''],
    ['controls are left out', after('', text('a\u001b[31mb')), 'a[31mb'],
    ['a paste of one line', after('www.', { type: 'paste', text: 'contoso.com\r\n' }), 'www.contoso.com'],
    ['a paste of many lines is refused', after('www.', { type: 'paste', text: 'a\nb' }), 'www.'],
  ])('%s', (_name, input, wanted) => {
    expect(textOf(input)).toBe(wanted);
  });

  it('counts what it refused, until the next key', () => {
    const refused = after('', { type: 'paste', text: 'a\nb\nc\n' });
    expect(refused.refused).toBe(3);
    expect(reduceTextInput(refused, text('x')).refused).toBeUndefined();
  });

  it('keeps the cursor inside the line whatever is pressed', () => {
    const names = ['left', 'right', 'home', 'end', 'word-left', 'word-right', 'backspace', 'delete', 'ctrl-w', 'ctrl-u', 'ctrl-k', 'tab', 'up'] as const;
    const press = fc.oneof(
      fc.constantFrom(...names).map(key),
      fc.string({ unit: 'grapheme', maxLength: 8 }).map(text),
      fc.string({ maxLength: 8 }).map((each): Press => ({ type: 'paste', text: each })),
    );
    fc.assert(
      fc.property(fc.array(press, { maxLength: 40 }), fc.integer({ min: 6, max: 60 }), (presses, width) => {
        const input = presses.reduce(reduceTextInput, createTextInput());
        expect(input.at).toBeGreaterThanOrEqual(0);
        expect(input.at).toBeLessThanOrEqual(input.units.length);
        const drawn = drawTextInput(input, { width, look: lookOf(), active: true });
        expect(rowWidth(drawn.rows[0] ?? [])).toBeLessThanOrEqual(width);
        expect(drawn.cursor?.x).toBeLessThan(width);
      }),
    );
  });
});

describe('drawing a line', () => {
  const draw = (input: TextInput, width: number) => drawTextInput(input, { width, look: lookOf(), active: true });

  it('scrolls with the cursor and marks what is left out', () => {
    const long = createTextInput('subdomain.of.a.rather.long.contoso.com');
    expect(wordsOf(draw(long, 20).rows)).toEqual(['❯ …long.contoso.com']);
    expect(wordsOf(draw(reduceTextInput(long, key('home')), 20).rows)).toEqual(['❯ subdomain.of.a.r…']);
  });

  it('shows the default where nothing is typed', () => {
    const drawn = drawTextInput(createTextInput(), { width: 20, look: lookOf(), active: true, ghost: '3' });
    expect(wordsOf(drawn.rows)).toEqual(['❯ 3']);
    expect(drawn.cursor).toEqual({ x: 2, y: 0 });
  });
});
