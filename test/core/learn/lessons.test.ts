import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Context } from '../../../src/core/contracts/index.ts';
import { domainQuestions } from '../../../src/core/domain/questions.ts';
import { readLesson } from '../../../src/core/learn/lessons/load.ts';
import { wordsOf } from '../../../src/core/learn/lessons/words.ts';
import { ProblemError } from '../../../src/core/problems/problem-error.ts';
import { createRegistry } from '../../../src/core/registry/registry.ts';
import { wholeCatalogue } from '../../../src/core/wizard/catalogue.ts';
import { builtIns } from '../../../src/plugins/index.ts';
import { renderText } from '../../../src/ui/text/render.ts';

const FOLDER = join(import.meta.dirname, '../../../config/learn');
const names = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
const textOf = (name: string) => readFileSync(join(FOLDER, name), 'utf8');
const first = textOf('1-microsoft-certificate.yaml');

function refused(text: string): string {
  try {
    readLesson(text, 'mine.yaml');
  } catch (thrown) {
    if (thrown instanceof ProblemError) return `${thrown.problem.code}: ${renderText(thrown.problem.message, 'en')}`;
    throw thrown;
  }
  return 'accepted';
}

describe('a lesson file', () => {
  it.each(names)('%s can be read, and begins with its number', (name) => {
    const lesson = readLesson(textOf(name), name);
    expect(name.startsWith(`${lesson.number}-`)).toBe(true);
    expect(new Set(lesson.tasks.map(({ id }) => id)).size).toBe(lesson.tasks.length);
    // What YAML joins with a space stands without one in Japanese.
    expect(JSON.stringify(lesson)).not.toMatch(/[。、] [ぁ-んァ-ヶ一-龠]/);
  });

  it('that is wrong is named with its line', () => {
    const lineOf = (wanted: string) => first.split('\n').findIndex((line) => line.includes(wanted)) + 1;
    expect(refused(first.replace('status: Auto', 'status: On'))).toContain(`mine.yaml is not valid: line ${lineOf('status: Auto')}, tasks.0.checks.0.status`);
    expect(refused(first.replace('    run: amltls secure', '    runs: amltls secure'))).toContain(`line ${lineOf('    run: amltls secure')}, tasks.0.runs`);
    expect(refused(first.replace('terms: [microsoft-name', 'terms: [nonsuch'))).toContain(`line ${lineOf('terms: [')}, terms.0: no such term`);
    expect(refused(first.replace('    right: 3', '    right: 4'))).toContain(`line ${lineOf('    right: 3')}, questions.1.right`);
    expect(refused(`${first}\n  : [`)).toMatch(/lesson-invalid: .*line \d+/);
  });

  it('quotes what is to be chosen as the wizard has it', async () => {
    const catalogue = await wholeCatalogue(createRegistry(builtIns));
    const titles = [...catalogue.targets.values(), ...catalogue.certificates.values(), ...catalogue.dns.values()].map(({ title }) => title);
    const kinds = domainQuestions.flatMap((question) => (question.key === 'domain.kind' && question.kind === 'choice' ? [question] : []));
    const labels = (await Promise.all(kinds.map((question) => question.options({} as Context)))).flat().map(({ label }) => label);
    const choices = [...titles, ...labels].flatMap((text) => (typeof text === 'string' ? [] : [text]));
    const quoted = names.flatMap((name) =>
      readLesson(textOf(name), name).tasks.flatMap(({ hints }) =>
        hints.flatMap(({ en, ja }) => [...en.matchAll(/take[^.]*?"([^"]+)"/g), ...ja.matchAll(/「([^」]+)」を/g)]),
      ),
    );
    expect(quoted.length).toBeGreaterThan(6);
    const offered = choices.flatMap(({ en, ja }) => [en, ja]);
    expect(quoted.map(([, words]) => words).filter((words) => !offered.includes(words ?? ''))).toEqual([]);
  });

  it('sets apart what is to be typed, the same in both languages', () => {
    const text = wordsOf({ en: 'Run `a b` and `c`, then `a b`.', ja: '`a b` と `c` を実行します。' });
    expect(renderText(text, 'en')).toBe('Run a b and c, then a b.');
    expect(text).toMatchObject({ with: { code1: { code: 'a b' }, code2: { code: 'c' } } });
  });
});
