import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/core/contracts/index.ts';
import { ProblemError } from '../../../src/core/problems/problem-error.ts';
import { checkShape } from '../../../src/plugins/shared/further/check-shape.ts';
import { knownSecrets } from '../../../src/plugins/shared/further/known-secrets.ts';

const right = { api: 1, kind: 'dns', id: 'mine', title: 'Mine', summary: 'One line', questions: [], plan: async () => [] };

function problemOf(exported: unknown): Problem | undefined {
  try {
    checkShape('mine', exported);
    return undefined;
  } catch (thrown) {
    if (thrown instanceof ProblemError) return thrown.problem;
    throw thrown;
  }
}

describe('what a module exports', () => {
  it('is a plugin', () => {
    expect(problemOf(right)).toBeUndefined();
  });

  it.each([
    ['another api', { ...right, api: 2 }, 'plugin-api', '"2"'],
    ['no api', { ...right, api: undefined }, 'plugin-api', 'undefined'],
    ['nothing', undefined, 'plugin-invalid', ''],
    ['a function', () => right, 'plugin-invalid', ''],
    ['another kind', { ...right, kind: 'mail' }, 'plugin-invalid', 'kind'],
    ['an id that is no word', { ...right, id: '../up' }, 'plugin-invalid', 'id'],
    ['no plan', { ...right, plan: undefined }, 'plugin-invalid', 'plan'],
    [
      'a key of another section',
      { ...right, questions: [{ kind: 'text', key: 'azure.subscriptionId', label: 'X' }] },
      'plugin-invalid',
      'azure.subscriptionId',
    ],
    ['the key of the choice itself', { ...right, questions: [{ kind: 'text', key: 'dns.plugin', label: 'X' }] }, 'plugin-invalid', 'dns.plugin'],
    ['a key that is asked twice', { ...right, questions: [1, 2].map(() => ({ kind: 'text', key: 'dns.a', label: 'X' })) }, 'plugin-invalid', 'twice'],
    ['a choice without options', { ...right, questions: [{ kind: 'choice', key: 'dns.a', label: 'X' }] }, 'plugin-invalid', 'options'],
    ['a target without endpoints', { ...right, kind: 'target', domains: ['custom'] }, 'plugin-invalid', 'endpoints'],
  ])('is refused: %s', (_, exported, code, named) => {
    const problem = problemOf(exported);
    expect(problem?.code).toBe(code);
    expect(JSON.stringify(problem)).toContain(named);
    expect(JSON.stringify(problem)).toContain('mine');
  });
});

describe('secrets that a plugin was given', () => {
  const secret = 'S3cr3t/+token==';
  const { remember, scrub } = knownSecrets();
  remember(secret);

  it.each([
    ['plain', secret],
    ['in a sentence', `the token is ${secret}.`],
    ['base64', Buffer.from(secret).toString('base64')],
    ['hex', Buffer.from(secret).toString('hex')],
    ['in a URL', `https://x/?t=${encodeURIComponent(secret)}`],
  ])('do not come back: %s', (_, text) => {
    const shown = JSON.stringify(scrub({ nested: [{ text }], [text]: 1 }));
    expect(shown).not.toContain(text);
    expect(shown).toContain('(secret)');
  });

  it('leaves everything else as it is', () => {
    const kept = { names: ['www.contoso.com'], ttl: 300, none: null, bytes: new Uint8Array([1]) };
    expect(scrub(kept)).toEqual(kept);
  });
});
