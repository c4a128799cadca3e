import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { ChoiceQuestion, Context, Question, RunEvent, WizardView } from '../../../src/core/contracts/index.ts';
import { Interrupted } from '../../../src/core/problems/interrupted.ts';
import { say } from '../../../src/core/text/say.ts';
import { createPlainDriver } from '../../../src/ui/plain/driver.ts';
import { createLines } from '../../../src/ui/plain/lines.ts';
import { createWriter } from '../../../src/ui/text/writer.ts';

function setUp(typed: string, options: { now?: () => number; signal?: AbortSignal; end?: boolean } = {}) {
  const said: string[] = [];
  const results: string[] = [];
  const input = new PassThrough();
  if (options.end === false) input.write(typed);
  else input.end(typed);
  const lines = createLines(input, (line) => said.push(line));
  const signal = options.signal ?? new AbortController().signal;
  const driver = createPlainDriver({
    lines: () => lines,
    places: { result: (line) => results.push(line), note: (line) => said.push(line) },
    writer: createWriter('en', false),
    signal,
    wall: { now: options.now ?? (() => 0) },
  });
  // Questions of this test read nothing else of it.
  const context = { answers: {}, signal } as Context;
  return { driver, context, said, results };
}

const kind: ChoiceQuestion = {
  kind: 'choice',
  key: 'domain.kind',
  label: say('Which name?', 'どの名前?'),
  learn: say('Because clients check it.', 'クライアントが確認するため。'),
  options: async () => [
    { value: 'custom', label: 'Own' },
    { value: 'microsoft', label: 'Microsoft', problem: { code: 'x', owner: 'you', message: 'Not here.', next: ['Go'] } },
    { value: 'none', label: 'None' },
  ],
};
const view = (question: Question, more: Partial<WizardView> = {}): WizardView => ({
  step: 'domain',
  steps: [],
  position: { question: 1, of: 3 },
  question,
  trail: [],
  ...more,
});

describe('the plain driver', () => {
  it('numbers the choices and says where the question stands', async () => {
    const { driver, context, said } = setUp('3\n');
    expect(await driver.ask(view(kind), context)).toEqual({ type: 'answer', value: 'none' });
    expect(said).toContain('Step 1 of 4 (Domain), question 1');
    expect(said).toContain('  1. Own');
    expect(said).toContain('  2. Microsoft (not available: Not here.)');
    expect(said.filter((line) => line === 'Which name?')).toHaveLength(1);
  });

  it('says what the words of a question mean, and any other word', async () => {
    const { driver, context, said } = setUp('??\n?? soa minimum\n?? nothing of the kind\n1\n');
    const fqdn = { ...kind, learn: say('The FQDN stands in the certificate.', 'FQDN は証明書に記載されます。') };
    expect(await driver.ask(view(fqdn), context)).toEqual({ type: 'answer', value: 'custom' });
    expect(said).toContain('FQDN');
    expect(said).toContain('SOA minimum (negative cache)');
    expect(said.join('\n')).toContain('Source: RFC 2308');
    expect(said).toContain('No term matches.');
  });

  it('explains, refuses and asks again, each said once', async () => {
    const { driver, context, said } = setUp('?\n9\n2\ncustom\n');
    expect(await driver.ask(view(kind), context)).toEqual({ type: 'answer', value: 'custom' });
    expect(said).toContain('Because clients check it.');
    expect(said).toContain('There is no such choice.');
    expect(said).toContain('Not here.');
  });

  it.each([
    ['<\n', { type: 'back' }],
    ['q!\n', { type: 'quit' }],
  ])('%j leads away', async (typed, action) => {
    const { driver, context } = setUp(typed);
    expect(await driver.ask(view(kind), context)).toEqual(action);
  });

  it.each<[Question, string, unknown]>([
    [{ kind: 'number', key: 'n', label: 'N' }, 'three\n3\n', 3],
    [{ kind: 'confirm', key: 'c', label: 'C' }, 'maybe\nはい\n', true],
    [{ kind: 'list', key: 'l', label: 'L' }, 'a, b,\n', ['a', 'b']],
    [{ kind: 'text', key: 't', label: 'T', initial: async () => 'usual' }, '\n', 'usual'],
    [{ kind: 'text', key: 't', label: 'T', optional: true }, '\n', null],
    [{ kind: 'text', key: 't', label: 'T', suggest: async () => ({ items: [{ value: 'first', label: 'First' }] }) }, '1\n', 'first'],
    [{ kind: 'path', key: 'p', label: 'P' }, '\n./cert.pem\n', './cert.pem'],
  ])('reads $kind', async (question, typed, value) => {
    const { driver, context } = setUp(typed);
    expect(await driver.ask(view(question), context)).toEqual({ type: 'answer', value });
  });

  it('is interrupted by the end of the input and by the signal', async () => {
    const ended = setUp('');
    await expect(ended.driver.ask(view(kind), ended.context)).rejects.toBeInstanceOf(Interrupted);
    const controller = new AbortController();
    const stopped = setUp('', { signal: controller.signal, end: false });
    const asking = stopped.driver.ask(view(kind), stopped.context);
    controller.abort(new Interrupted(143));
    await expect(asking).rejects.toMatchObject({ exitCode: 143 });
  });

  it('reports a wait when something else is seen, and once a minute that it still waits', async () => {
    let now = 0;
    const { driver, said, results } = setUp('', { now: () => now });
    async function* events(): AsyncGenerator<RunEvent> {
      const wait = { type: 'wait', id: 'w', for: 'the cluster', startedAt: 0 } as const;
      for (let attempt = 1; attempt <= 13; attempt += 1) {
        yield { ...wait, attempt, nextAt: now + 10_000, seen: attempt < 3 ? 'Creating' : 'Updating' };
        now += 10_000;
      }
      yield { type: 'outcome', status: 'done', exitCode: 0, changed: true };
    }
    await driver.watch(events());
    expect(said.filter((line) => line.includes('Waiting for'))).toHaveLength(1);
    expect(said.filter((line) => line.includes('seen: '))).toEqual(['    seen: Creating', '    seen: Updating']);
    expect(said.filter((line) => line.includes('Still waiting'))).toHaveLength(1);
    expect(results).toEqual(['+ Done.']);
  });
});
