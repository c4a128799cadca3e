import { describe, expect, it } from 'vitest';
import * as api from '../../src/api/plugin.ts';
import { definePlugin, say } from '../../src/api/plugin.ts';

describe('amltls/plugin', () => {
  // What stands here is public: taking a name away breaks plugins that exist.
  it('offers these helpers', () => {
    expect(Object.keys(api).sort()).toEqual(
      [
        ...['STEPS', 'definePlugin', 'domainOf', 'fail', 'ProblemError', 'isAbort', 'toProblem', 'redactJson', 'redactText', 'lines', 'parseDuration'],
        ...['code', 'date', 'duration', 'link', 'say', 'value', 'visible', 'poll', 'followOperation', 'expectOk', 'serviceProblem', 'getResource', 'listAll'],
        ...['profileCommand', 'shellCommand', 'judgePair', 'booleanAnswer', 'listOf', 'numberAnswer', 'objectOf', 'present', 'textAnswer', 'textOf'],
        ...['previewOfPair', 'resolvePair', 'lookAtEach', 'suggestFrom', 'cannotTell', 'judge'],
        ...['createArm', 'createInventory', 'thisMachine'],
      ].sort(),
    );
  });

  it('compiles the plugin of cli.md, as it stands there', () => {
    const plugin = definePlugin({
      api: 1,
      kind: 'dns',
      id: 'my-dns',
      title: 'My DNS',
      summary: 'one line',
      questions: [],
      async plan(records, context) {
        return records.length === 0 || context.signal.aborted ? [] : [];
      },
    });
    expect(plugin.id).toBe('my-dns');
  });

  // The type check of the repository fails where one of these compiles.
  it('compiles no wrong one', () => {
    const base = { title: say('A', 'あ'), summary: say('B', 'い'), questions: [] };
    const wrong = [
      // @ts-expect-error an api of the future
      definePlugin({ ...base, api: 2, kind: 'dns', id: 'x', plan: async () => [] }),
      // @ts-expect-error a kind that does not exist
      definePlugin({ ...base, api: 1, kind: 'mail', id: 'x', plan: async () => [] }),
      // @ts-expect-error a plan that is no list of changes
      definePlugin({ ...base, api: 1, kind: 'dns', id: 'x', plan: async () => 'done' }),
      // @ts-expect-error a target without endpoints
      definePlugin({ ...base, api: 1, kind: 'target', id: 'x', domains: ['custom'], plan: async () => ({ changes: [], findings: [], notes: [] }) }),
      // @ts-expect-error a question of no kind
      definePlugin({ ...base, api: 1, kind: 'dns', id: 'x', questions: [{ kind: 'password', key: 'dns.x', label: 'X' }], plan: async () => [] }),
    ];
    expect(wrong).toHaveLength(5);
  });
});
