import { describe, expect, it } from 'vitest';
import type { Json, Question } from '../../../src/core/contracts/index.ts';
import { advance, currentStop, startAt, type WizardState } from '../../../src/core/wizard/machine.ts';
import type { Path } from '../../../src/core/wizard/path.ts';

const question = (key: string, dependsOn?: readonly string[]): Question => ({
  kind: 'text',
  key,
  label: key,
  ...(dependsOn === undefined ? {} : { dependsOn }),
});
const QUESTIONS = [question('a'), question('b', ['a']), question('c', ['b']), question('d')];
const path: Path = { stops: QUESTIONS.map((each) => ({ step: 'domain', question: each })), answers: {} };

const at = (state: WizardState) => currentStop(state, path)?.question.key;
const answer = (state: WizardState, key: string, value: Json) => advance(state, path, { type: 'answer', key, value });

describe('the wizard machine', () => {
  it('asks the first open question', () => {
    expect(at(startAt({}))).toBe('a');
    expect(at(startAt({ a: '1', b: '2' }))).toBe('c');
  });

  it('is at the review when everything is answered, an empty answer too', () => {
    expect(at(startAt({ a: '1', b: null, c: '3', d: '4' }))).toBeUndefined();
  });

  it('goes back one question and keeps what was half-typed', () => {
    let state = startAt({ a: '1' });
    state = advance(state, path, { type: 'back', from: 'b', draft: 'hal' });
    expect(at(state)).toBe('a');
    expect(state.drafts).toEqual({ b: 'hal' });
    state = answer(state, 'a', '1');
    expect(at(state)).toBe('b');
    expect(state.drafts['b']).toBe('hal');
  });

  it('stays at the first question when there is no way back', () => {
    expect(at(advance(startAt({}), path, { type: 'back', from: 'a' }))).toBe('a');
  });

  it('goes back from the review to the last question', () => {
    const state = advance(startAt({ a: '1', b: '2', c: '3', d: '4' }), path, { type: 'back', from: undefined });
    expect(at(state)).toBe('d');
  });

  it('changes one answer from the review and returns to it, the others kept', () => {
    let state = startAt({ a: '1', b: '2', c: '3', d: '4' });
    state = advance(state, path, { type: 'jump', key: 'd' });
    expect(at(state)).toBe('d');
    state = answer(state, 'd', 'new');
    expect(at(state)).toBeUndefined();
    expect(state.answers).toEqual({ a: '1', b: '2', c: '3', d: 'new' });
  });

  it('asks again, with the old answer offered, what depends on a changed answer', () => {
    let state = startAt({ a: '1', b: '2', c: '3', d: '4' });
    state = advance(state, path, { type: 'jump', key: 'a' });
    state = answer(state, 'a', 'other');
    expect(at(state)).toBe('b');
    expect(state.drafts).toEqual({ b: '2', c: '3' });
    expect(state.answers).toEqual({ a: 'other', d: '4' });
  });

  it('doubts nothing when the answer stays the same', () => {
    const state = answer(startAt({ a: '1', b: '2', c: '3', d: '4' }), 'a', '1');
    expect(state.answers).toEqual({ a: '1', b: '2', c: '3', d: '4' });
  });
});
