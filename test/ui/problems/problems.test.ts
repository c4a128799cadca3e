import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/contracts/index.ts';
import { explainedCodes, explanationOf } from '../../../src/core/learn/explain/explain.ts';
import { profileJsonSchema } from '../../../src/core/profile/json-schema.ts';
import { drawRemark } from '../../../src/ui/ink/components/problem/draw.ts';
import { drawProblemScreen } from '../../../src/ui/ink/screens/problem/draw.ts';
import { createProblem } from '../../../src/ui/ink/screens/problem/state.ts';
import { findingJson, problemJson } from '../../../src/ui/text/json.ts';
import { findingLines, problemLines } from '../../../src/ui/text/problem-lines.ts';
import { renderText } from '../../../src/ui/text/render.ts';
import { createWriter } from '../../../src/ui/text/writer.ts';
import { codesOfSource } from '../../core/learn/codes.ts';
import { lookOf, wordsOf } from '../../helpers/frame.ts';
import { type Shown, shownByCode } from './collect.ts';
import { commandNames, flagsOf, refusal, typed } from './command-lines.ts';

// Dates are shown in the reader's own time zone.
process.env['TZ'] = 'UTC';

const FOLDER = join(import.meta.dirname, 'shown');
/** A terminal of 80 columns less the margins of the frame. */
const WIDTH = 78;
const HELP = 'After looking at the difference: npx vitest run test/ui/problems -u';

const isFinding = (shown: Shown): shown is Finding => 'severity' in shown;
const look = lookOf();

function ink(shown: Shown): readonly string[] {
  if (isFinding(shown)) return wordsOf(drawRemark(shown.message, shown.next, shown.severity, WIDTH, look));
  return wordsOf(drawProblemScreen(createProblem(shown, { retry: true }), { width: WIDTH, height: 40 }, look).main.rows);
}

function plain(shown: Shown, language: 'en' | 'ja'): readonly string[] {
  const writer = createWriter(language, true);
  return isFinding(shown) ? findingLines(shown, writer) : problemLines(shown, writer);
}

function page(shown: Shown): string {
  const json = isFinding(shown) ? findingJson(shown, 'en') : problemJson(shown, 'en');
  const parts = [ink(shown), plain(shown, 'en'), plain(shown, 'ja'), JSON.stringify(json, null, 2).split('\n')];
  return parts.map((lines, at) => [`--- ${['ink', 'plain', 'plain, ja', 'json'][at]}`, ...lines].map((line) => line.trimEnd()).join('\n')).join('\n');
}

let shown: ReadonlyMap<string, readonly Shown[]> = new Map();
let all: readonly Shown[] = [];
const codes = codesOfSource();
beforeAll(async () => {
  shown = await shownByCode();
  all = codes.flatMap((code) => shown.get(code) ?? []);
}, 120_000);

it('every code that the source can produce is shown, and looks as it did', async () => {
  expect(
    codes.filter((code) => !shown.has(code)),
    'made in a way that test/ui/problems cannot repeat: add them to made-by-hand.ts',
  ).toEqual([]);
  for (const code of codes) {
    const pages = (shown.get(code) ?? []).map(page);
    await expect(`${pages.join('\n\n')}\n`, HELP).toMatchFileSnapshot(join(FOLDER, `${code}.txt`));
  }
  const kept = readdirSync(FOLDER, { encoding: 'utf8' }).map((name) => basename(name, '.txt'));
  expect(
    kept.filter((code) => !codes.includes(code)),
    'these are produced no more: delete their files',
  ).toEqual([]);
});

describe('what to do next', () => {
  it('is said with every problem and finding', () => {
    expect(all.filter(({ next }) => next.length === 0).map(({ code }) => code)).toEqual([]);
  });

  it('names commands of amltls that exist, with arguments and flags that they take', () => {
    const lines = all.flatMap(({ message, next }) => [message, ...next].flatMap(typed)).filter((line) => line.startsWith('amltls '));
    expect(lines.length).toBeGreaterThan(50);
    expect([...new Set(lines)].map(refusal).filter((each) => each !== undefined)).toEqual([]);
  });

  it('sets every command of amltls apart, so that it can be tried here and copied there', () => {
    const command = new RegExp(`\\bamltls (?:${commandNames().join('|')})\\b`);
    const hidden = all.flatMap(({ code, next }) =>
      next
        .map((text) => typed(text).reduce((left, each) => left.replaceAll(each, ''), renderText(text, 'en')))
        .filter((bare) => command.test(bare))
        .map((bare) => `${code}: ${bare}`),
    );
    expect(hidden).toEqual([]);
  });

  it('names flags that exist', () => {
    const known = flagsOf();
    const flags = all.flatMap(({ next }) => next.flatMap(typed)).flatMap((line) => /^--[a-z][a-z-]*/.exec(line) ?? []);
    expect([...new Set(flags)].filter((flag) => !known.has(flag) && flag !== '--flag')).toEqual([]);
  });

  it('names keys that a profile has', () => {
    const schema = profileJsonSchema();
    const keys = all
      .flatMap(({ message, next }) => [message, ...next].flatMap(typed))
      .flatMap((line) => /^(?:--set )?((?:azure|target|domain|certificate|dns)\.\w+)/.exec(line)?.[1] ?? []);
    expect(keys.length).toBeGreaterThan(50);
    expect([...new Set(keys)].filter((key) => !schema.includes(`"${key.split('.')[1]}"`))).toEqual([]);
  });
});

describe('what explains a code', () => {
  it('names commands of amltls that exist', () => {
    const lines = explainedCodes()
      .flatMap((code) => explanationOf(code)?.see ?? [])
      .filter((line) => line.startsWith('amltls '));
    expect(lines.flatMap((line) => refusal(line) ?? [])).toEqual([]);
  });
});
