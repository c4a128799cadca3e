import { mkdtemp, readdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setProfile } from '../../../src/core/profile/edit-document.ts';
import { type EditPlace, editProfiles, replaceProfiles } from '../../../src/core/profile/edit-file.ts';
import { nearest } from '../../../src/core/profile/nearest.ts';
import { parseProfiles } from '../../../src/core/profile/parse.ts';
import { pathsFor } from '../../../src/core/profile/paths.ts';
import { parseSets } from '../../../src/core/profile/set-answers.ts';
import { createFiles } from '../../../src/plugins/shared/local/files.ts';

let folder: string;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'amltls-edit-')));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const place = (name = 'amltls.config.yaml'): EditPlace => ({
  files: createFiles(),
  path: join(folder, name),
  schemaUrl: 'file:///s.json',
  uid: process.getuid?.(),
  lock: join(folder, 'locks', 'profiles'),
});
const profile = { environment: 'azure', dns: { plugin: 'manual', resolvers: ['system', '1.1.1.1'] } };

describe('writing profiles', () => {
  it('makes a file that names its schema in the first line, for its owner alone', async () => {
    await editProfiles(place(), (document) => setProfile(document, 'contoso', profile));
    const text = await readFile(join(folder, 'amltls.config.yaml'), 'utf8');
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=file:///s.json');
    expect(parseProfiles(text, 'f').profiles.get('contoso')).toEqual(profile);
    expect((await stat(join(folder, 'amltls.config.yaml'))).mode & 0o077).toBe(0);
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('writes JSON as JSON', async () => {
    await editProfiles(place('amltls.config.json'), (document) => setProfile(document, 'contoso', profile));
    expect(JSON.parse(await readFile(join(folder, 'amltls.config.json'), 'utf8'))).toEqual({
      $schema: 'file:///s.json',
      version: 1,
      profiles: { contoso: profile },
    });
  });

  it('keeps line ends, comments and what it was not asked to change', async () => {
    const before = '# a\r\nversion: 1\r\nprofiles:\r\n  one: # one\r\n    environment: azure # here\r\n  # two\r\n  two: { environment: sandbox }\r\n';
    await writeFile(place().path, before, { mode: 0o600 });
    await editProfiles(place(), (document) => setProfile(document, 'two', { environment: 'azure' }));
    const after = await readFile(place().path, 'utf8');
    expect(after.split('\r\n')).toContain('    environment: azure # here');
    for (const comment of ['# a', '# one', '# two']) expect(after).toContain(comment);
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('writes nothing into a file with mistakes', async () => {
    await writeFile(place().path, 'version: 1\nprofils: {}\n', { mode: 0o600 });
    await expect(editProfiles(place(), (document) => setProfile(document, 'a', profile))).rejects.toMatchObject({ problem: { code: 'profile-invalid' } });
    expect(await readFile(place().path, 'utf8')).toBe('version: 1\nprofils: {}\n');
  });

  it('does not write over what somebody else wrote meanwhile', async () => {
    await writeFile(place().path, 'version: 1 # theirs\n', { mode: 0o600 });
    await expect(replaceProfiles(place(), 'version: 1\n', 'version: 1 # mine\n')).rejects.toMatchObject({ problem: { code: 'profile-changed' } });
    expect(await readFile(place().path, 'utf8')).toBe('version: 1 # theirs\n');
  });

  it('loses nothing when two write at once', async () => {
    const names = ['a', 'b', 'c', 'd'];
    const results = await Promise.allSettled(names.map((name) => editProfiles(place(), (document) => setProfile(document, name, profile))));
    const written = names.filter((_, at) => results[at]?.status === 'fulfilled');
    expect(written.length).toBeGreaterThan(0);
    expect([...parseProfiles(await readFile(place().path, 'utf8'), 'f').profiles.keys()]).toEqual(expect.arrayContaining(written));
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject({ problem: { code: 'locked' } });
  });

  it('comes back as it was written, whatever the words', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((text) => !text.includes(`\${env:`));
    fc.assert(
      fc.property(words, words, (workspace, computeName) => {
        const { document } = parseProfiles('version: 1\nprofiles: {}\n', 'f');
        const wanted = { azure: { workspace }, target: { plugin: 'aks-attach', computeName } };
        setProfile(document, 'a', wanted);
        expect(parseProfiles(document.toString({ lineWidth: 0 }), 'f').profiles.get('a')).toEqual(wanted);
      }),
    );
  });
});

describe('--set', () => {
  it('takes the kind that the key has', () => {
    expect(parseSets(['target.agentCount=3', 'target.authEnabled=yes', 'dns.resolvers=system, 1.1.1.1', 'domain.fqdn=a=b', 'target.agentCount=4'])).toEqual({
      'target.agentCount': 4,
      'target.authEnabled': true,
      'dns.resolvers': ['system', '1.1.1.1'],
      'domain.fqdn': 'a=b',
    });
  });

  it.each(['domain.fqnd=x', 'fqdn', '=x', 'target.agentCount=many', 'target.authEnabled=perhaps', 'nothing=x', 'azure.nothing=x'])('%s is refused', (set) => {
    expect(() => parseSets([set])).toThrow('set-invalid');
  });

  it('takes the key of a plugin from outside as text', () => {
    expect(parseSets(['certificate.somethingElseEntirely=x'])).toEqual({ 'certificate.somethingElseEntirely': 'x' });
  });
});

describe('names and paths', () => {
  it.each([
    ['fqnd', 'fqdn'],
    ['computName', 'computeName'],
    ['xyz', undefined],
  ])('%s is nearest to %s', (word, expected) => {
    expect(nearest(word, ['fqdn', 'kind', 'computeName'])).toBe(expected);
  });

  it('start at the profile file, and at home for ~', () => {
    const paths = pathsFor({ base: folder, home: join(folder, 'home'), stateFolder: join(folder, 'state'), profile: 'contoso' });
    expect(paths.resolve('./cert.pem')).toBe(join(folder, 'cert.pem'));
    expect(paths.resolve('~/cert.pem')).toBe(join(folder, 'home', 'cert.pem'));
    expect(paths.resolve(join(folder, 'x', '..', 'y'))).toBe(join(folder, 'y'));
    expect(paths.own).toBe(join(folder, 'state', 'profiles', 'contoso'));
  });
});
