import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../src/core/problems/problem-error.ts';
import { answersOf, profileOf } from '../../../src/core/profile/flatten.ts';
import { profileJsonSchema } from '../../../src/core/profile/json-schema.ts';
import { profileKeys } from '../../../src/core/profile/keys.ts';
import { KEY_OWNERS, SCHEMA_PLUGINS } from '../../../src/core/profile/owners.ts';
import { inspectProfiles, parseProfiles } from '../../../src/core/profile/parse.ts';
import { renderText } from '../../../src/ui/text/render.ts';

const faultsOf = (text: string) => inspectProfiles(text, 'amltls.config.yaml').faults.map(({ line, column, key }) => ({ line, column, key }));
const within = (profile: string) => `version: 1\nprofiles:\n  a:\n    ${profile}\n`;

describe('a profile file', () => {
  it.each(['config/amltls.config.example.yaml', 'config/practice.yaml'])('%s is right', async (path) => {
    expect(inspectProfiles(await readFile(path, 'utf8'), path).faults).toEqual([]);
  });

  it('reads YAML and JSON alike', () => {
    const yaml = parseProfiles('version: 1\nprofiles: { a: { dns: { resolvers: [system, 1.1.1.1] } } }', 'f.yaml');
    const json = parseProfiles('{\n\t"version": 1,\n\t"profiles": {"a": {"dns": {"resolvers": ["system", "1.1.1.1"]}}}\n}', 'f.json');
    expect(json.profiles).toEqual(yaml.profiles);
  });

  it.each([
    ['version: 1\nprofiles:\n  a: [', 3, 7],
    ['a:\n\tb: 1', 2, 1],
    ['version: 1\nversion: 1', 2, 1],
    ['version: !!js/function "x"', 1, 10],
    ['', 1, 1],
    ['just words', 1, 1],
    ['[1, 2]', 1, 1],
  ])('%j is refused with its place', (text, line, column) => {
    expect(faultsOf(text)[0]).toMatchObject({ line, column });
  });

  it.each([
    ['taget: {}', 'profiles.a.taget', 'target'],
    ['domain: { fqnd: x }', 'profiles.a.domain.fqnd', 'fqdn'],
    ['target: { plugin: aks-provision, networking: { subnetID: x } }', 'profiles.a.target.networking.subnetID', 'subnetId'],
  ])('%s names the nearest key', (profile, key, nearest) => {
    const [fault] = inspectProfiles(within(profile), 'f').faults;
    expect(fault).toMatchObject({ key });
    expect(renderText(fault?.message ?? '', 'en')).toContain(`${nearest}?`);
    expect(renderText(fault?.message ?? '', 'ja')).toContain(nearest);
  });

  it.each([
    'domain: { kind: own }',
    'target: { agentCount: three }',
    'target: { agentCount: 0 }',
    'target: { authEnabled: 1 }',
    'dns: { resolvers: system }',
    'dns: { timeout: 3 }',
    'domain: { fqdn: "" }',
    'target: aks-attach',
    'target: { plugin: aks-attach, serviceName: scorer }',
  ])('%s is a wrong value', (profile) => {
    expect(faultsOf(within(profile))).toHaveLength(1);
  });

  it('lets a plugin from outside have keys of its own', () => {
    expect(faultsOf(within('target: { plugin: my-target, anything: 3 }'))).toEqual([]);
    expect(faultsOf(within('azure: { anything: 3 }'))).toHaveLength(1);
  });

  it.each(['con', '.hidden', 'a/b', '../up', '__proto__', 'a b', 'x'.repeat(65)])('%s is no name for a profile', (name) => {
    expect(faultsOf(`version: 1\nprofiles:\n  ${JSON.stringify(name)}: {}\n`)).toHaveLength(1);
  });

  it('is bounded when aliases multiply', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]', ...'bcdefgh'.split('').map((name, at) => `${name}: &${name} [${`*${'abcdefg'[at]},`.repeat(9)}]`)].join('\n');
    expect(faultsOf(bomb).length).toBeGreaterThan(0);
  });

  it('refuses a newer version with a way out', () => {
    expect(() => parseProfiles('version: 2', 'f')).toThrow(ProblemError);
  });

  it('survives any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const fault of inspectProfiles(text, 'f').faults) expect(fault.line >= 1 && fault.column >= 1).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('answers', () => {
  it('come back from the nested form as they went in', () => {
    const value = fc.oneof(fc.string({ minLength: 1 }), fc.integer(), fc.boolean(), fc.array(fc.string({ minLength: 1 }), { minLength: 1 }));
    const answers = fc.dictionary(fc.constantFrom(...profileKeys.keys()), value);
    fc.assert(
      fc.property(answers, (given) => {
        expect(answersOf(profileOf(given))).toEqual({ ...given });
      }),
    );
  });

  it('are written in the order of the file, the plugin first', () => {
    expect(Object.keys(profileOf({ 'dns.plugin': 'manual', 'domain.kind': 'custom', environment: 'azure', 'azure.workspace': 'w' }))).toEqual([
      'environment',
      'azure',
      'domain',
      'dns',
    ]);
    expect(Object.keys(Object(profileOf({ 'target.computeName': 'c', 'target.plugin': 'aci' })['target']))).toEqual(['plugin', 'computeName']);
  });
});

describe('the schema', () => {
  it('is the one that is shipped (npm run generate makes it)', async () => {
    expect(await readFile('config/profile.schema.json', 'utf8')).toBe(profileJsonSchema());
  });

  it('knows every key that is said to belong to a plugin', () => {
    const known = [...profileKeys.keys()];
    for (const [key, owners] of Object.entries(KEY_OWNERS)) {
      expect(known.some((each) => each === key || each.startsWith(`${key}.`))).toBe(true);
      for (const owner of owners) expect(Object.values(SCHEMA_PLUGINS).flat()).toContain(owner);
    }
  });
});
