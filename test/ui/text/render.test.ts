import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { code, date, duration, link, say, value } from '../../../src/core/text/say.ts';
import { diffLines } from '../../../src/ui/text/diff-lines.ts';
import { formatDuration } from '../../../src/ui/text/formats.ts';
import { eventJson, jsonLine, toJson } from '../../../src/ui/text/json.ts';
import { plainLanguage } from '../../../src/ui/text/language.ts';
import { piecesOf } from '../../../src/ui/text/pieces.ts';
import { renderText } from '../../../src/ui/text/render.ts';
import { symbolsFor } from '../../../src/ui/text/symbols.ts';
import { padEnd, truncate, widthOf, wrap } from '../../../src/ui/text/width.ts';

const STEERING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;

describe('texts', () => {
  it('fill their placeholders in both languages', () => {
    const text = say('{who} runs {what} for {time}', '{who} は {what} を {time} 実行', {
      who: value('you'),
      what: code('az login'),
      time: duration(65 * 60_000),
    });
    expect(renderText(text, 'en')).toBe('you runs az login for 1 hr 5 min');
    expect(renderText(text, 'ja')).toBe('you は az login を 1 時間 5 分 実行');
  });

  it('nest, show dates with their zone, and links with where they lead', () => {
    const text = say('{inner} until {at}, see {page}', '{inner} {at} {page}', {
      inner: say('valid {n}', '有効 {n}', { n: 1234 }),
      at: date('2026-11-24T13:05:00Z'),
      page: link('https://x.test/', 'the page'),
    });
    expect(renderText(text, 'en', { timeZone: 'UTC' })).toBe('valid 1,234 until Nov 24, 2026, 13:05 UTC, see the page (https://x.test/)');
    expect(renderText(text, 'ja', { timeZone: 'Asia/Tokyo' })).toContain('2026年11月24日');
  });

  it('leave what is no placeholder as it is', () => {
    expect(renderText(say('{a} {toString} {}', '', { b: 1 }), 'en')).toBe('{a} {toString} {}');
  });

  it('cannot be made to steer a terminal by any foreign words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (words) => {
        const text = say('{a}{b}{c}{d}', '{a}{b}{c}{d}', { a: value(words), b: code(words), c: link(words, words), d: words });
        expect(renderText(text, 'en')).not.toMatch(STEERING);
        expect(renderText(words, 'ja')).not.toMatch(STEERING);
      }),
    );
    expect(renderText('\u001b]52;c;x\u0007', 'en')).toBe('\\x1b]52;c;x\\x07');
  });

  it('tell pieces by meaning', () => {
    expect(piecesOf(say('run {x} now', '', { x: code('ls') }), 'en')).toEqual([
      { kind: 'words', text: 'run ' },
      { kind: 'code', text: 'ls' },
      { kind: 'words', text: ' now' },
    ]);
  });
});

describe('formats', () => {
  it.each([
    [0, '0 sec'],
    [999, '1 sec'],
    [61_000, '1 min 1 sec'],
    [3_600_000, '1 hr'],
    [90_061_000, '1 day 1 hr'],
    [-5, '0 sec'],
  ])('%i ms is %s', (ms, words) => expect(formatDuration(ms, 'en')).toBe(words));

  it.each([
    [undefined, { LC_ALL: 'ja_JP.UTF-8' }, 'ja'],
    [undefined, { LC_ALL: 'C', LANG: 'ja_JP.UTF-8' }, 'en'],
    [undefined, { LC_ALL: '', LC_MESSAGES: 'ja', LANG: 'en' }, 'ja'],
    ['en', { LANG: 'ja' }, 'en'],
    ['ja', {}, 'ja'],
    [undefined, { LANG: 'jam' }, 'en'],
    [undefined, {}, 'en'],
  ])('--lang %s with %j is %s', (flag, env, language) => expect(plainLanguage(flag, env)).toBe(language));
});

describe('JSON', () => {
  it('holds texts of the language, ISO times, and nothing that is only for the log', () => {
    const event = { type: 'wait', id: 'w', for: say('it', 'それ'), attempt: 1, startedAt: 0, nextAt: 1000 } as const;
    expect(eventJson(event, { at: 0, profile: undefined, language: 'ja' })).toEqual({
      type: 'wait',
      at: '1970-01-01T00:00:00.000Z',
      profile: null,
      id: 'w',
      for: 'それ',
      attempt: 1,
      startedAt: '1970-01-01T00:00:00.000Z',
      nextAt: '1970-01-01T00:00:01.000Z',
    });
    expect(toJson({ cause: new Error('x'), apply: () => 1, a: undefined }, 'en')).toEqual({});
  });

  it('is one line that no terminal obeys, and the same value when read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        const line = jsonLine({ words });
        expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u202a-\u202e\u2066-\u2069]/u);
        expect(JSON.parse(line)).toEqual({ words });
      }),
    );
  });

  it('shows what differs, leaf by leaf', () => {
    expect(diffLines({ a: 1, b: { c: 'x' }, d: 1 }, { a: 1, b: { c: 'y' }, e: [2] }, symbolsFor(false))).toEqual(['~ b.c: x -> y', '- d: 1', '+ e: 2']);
  });
});

describe('widths', () => {
  it('count CJK twice', () => {
    expect(widthOf('証明書 a')).toBe(8);
    expect(truncate('証明書の更新', 7)).toBe('証明書…');
    expect(padEnd('証', 4)).toBe('証  ');
  });

  it('break Japanese where a reader expects it: no line begins with a mark or a long vowel, none ends with an opening bracket', () => {
    expect(wrap('サーバー', 5)).toEqual(['サー', 'バー']);
    expect(wrap('Azure、証明書', 7)).toEqual(['Azure、', '証明書']);
    expect(wrap('AzureAzure(例)', 12)).toEqual(['AzureAzure', '(例)']);
    fc.assert(
      fc.property(fc.array(fc.constantFrom('証', '明', 'サー', 'Azure', '、', '。', '(例', ')', '「鍵', '」', ' '), { maxLength: 30 }), (parts) => {
        const text = parts.join('').replace(/^[、。」)ー]+/, '');
        // What piles up marks beyond a line has to break somewhere.
        fc.pre(!/[、。」)]{2}|[(「]{2}|[(「 ][、。」)]|[(「] /.test(text));
        for (const line of wrap(text, 14).slice(1)) expect(line).not.toMatch(/^[、。」)ー]/);
        for (const line of wrap(text, 14).slice(0, -1)) expect(line).not.toMatch(/[(「]$/);
      }),
    );
  });

  it('never exceed the columns, and lose no visible character', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('word', '証明書', '。', ' ', 'a-very-long-word', '、更新'), { maxLength: 20 }),
        fc.integer({ min: 4, max: 30 }),
        (parts, columns) => {
          const text = parts.join('');
          const lines = wrap(text, columns);
          for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns);
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        },
      ),
    );
  });
});
