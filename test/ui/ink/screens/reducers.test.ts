import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../../src/core/contracts/index.ts';
import { agentCount, fqdn, moreOptions, viewOf } from '../../../../src/ui/ink/gallery/questions.ts';
import { deploying, outcome, propagating } from '../../../../src/ui/ink/gallery/runs.ts';
import type { KeyName, Press } from '../../../../src/ui/ink/keys.ts';
import { createHome, reduceHome } from '../../../../src/ui/ink/screens/home/state.ts';
import { createField, enter, reduceField } from '../../../../src/ui/ink/screens/question/field.ts';
import { createQuestion, reduceQuestion } from '../../../../src/ui/ink/screens/question/state.ts';
import { diffOf } from '../../../../src/ui/ink/screens/review/diff.ts';
import { createRun, reduceRun } from '../../../../src/ui/ink/screens/run/state.ts';
import { lookOf } from '../../../helpers/frame.ts';

const key = (name: KeyName): Press => ({ type: 'key', name });
const text = (typed: string): Press => ({ type: 'text', text: typed });

describe('what Enter means', () => {
  it.each([
    ['0.5', { type: 'answer', value: 0.5 }],
    ['12', { type: 'answer', value: 12 }],
    ['1e3', { type: 'refused', why: 'not-a-number' }],
    ['three', { type: 'refused', why: 'not-a-number' }],
    ['', { type: 'refused', why: 'empty' }],
  ])('number %j', (typed, wanted) => {
    expect(enter(reduceField(createField(agentCount, undefined), text(typed)), false)).toEqual(wanted);
  });

  it('is an empty answer where the question is optional', () => {
    expect(enter(createField(fqdn, undefined), true)).toEqual({ type: 'answer', value: null });
  });

  it('is yes or no as marked', () => {
    expect(enter(reduceField(createField(moreOptions, undefined), text('y')), false)).toEqual({ type: 'answer', value: true });
  });
});

describe('a question', () => {
  const open = () => createQuestion(viewOf(fqdn), { lists: false, tools: true, panel: 'auto' });

  it('hears nothing while its answer is checked', () => {
    const sent = reduceQuestion(reduceQuestion(open(), text('www.contoso.com')).screen, key('enter'));
    expect(sent.effect).toEqual({ type: 'answer', value: 'www.contoso.com' });
    expect(reduceQuestion(sent.screen, key('enter')).effect).toBeUndefined();
  });

  it('takes a question mark as a key while the line is empty, and as a letter afterwards', () => {
    expect(reduceQuestion(open(), text('?')).screen.panel).toBe('why');
    const typing = reduceQuestion(reduceQuestion(open(), text('a')).screen, text('?')).screen;
    expect(typing.panel).toBe('auto');
    expect(reduceQuestion(typing, key('ctrl-y')).screen.panel).toBe('why');
  });

  it('asks for the code once', () => {
    const first = reduceQuestion(open(), key('ctrl-o'));
    expect(first.effect).toEqual({ type: 'load-equivalents' });
    const again = reduceQuestion({ ...first.screen, equivalents: [], tools: { available: true, open: false } }, key('ctrl-o'));
    expect(again.effect).toBeUndefined();
    expect(again.screen.tools.open).toBe(true);
  });
});

describe('the work', () => {
  const run = (events: readonly RunEvent[]) => events.reduce((screen, event) => reduceRun(screen, event), createRun());

  it('keeps one line for each change, in its last state', () => {
    expect(run(propagating).work.map((each) => each.state)).toEqual(['done', 'started']);
  });

  it('forgets a wait when its change ends', () => {
    expect(run(deploying).wait?.id).toBe('deploy:compute/aks-prod');
    expect(run([...deploying, outcome]).wait).toBeUndefined();
  });
});

describe('the difference', () => {
  it('names what changes and leaves out what does not', () => {
    expect(diffOf({ a: 1, b: { c: 'x', d: [1, 2] } }, { a: 1, b: { c: 'y' }, e: true })).toEqual([
      { sign: '-', name: 'b.c', value: 'x' },
      { sign: '+', name: 'b.c', value: 'y' },
      { sign: '-', name: 'b.d', value: '1, 2' },
      { sign: '+', name: 'e', value: 'true' },
    ]);
  });
});

describe('home', () => {
  it('asks for a profile only where there is one to work on', () => {
    const next = (profiles: Parameters<typeof createHome>[0]) => reduceHome(reduceHome(createHome(profiles, lookOf()), key('down')).screen, key('enter'));
    expect(next([]).result).toEqual({ type: 'check' });
    expect(next([{ name: 'contoso' }]).screen.level).toBe('replay');
  });
});
