import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPlace, type Place } from '../fake-host.ts';

const FILE = `# mine
version: 1
profiles:
  # the first
  contoso:
    environment: azure
    # where it runs
    target:
      plugin: aks-attach # ours
      computeName: aks-prod
    domain: { kind: custom, fqdn: www.contoso.com }
`;

let place: Place;
const file = () => join(place.cwd, 'amltls.config.yaml');

beforeEach(async () => {
  place = await createPlace();
  await writeFile(file(), FILE, { mode: 0o600 });
});
afterEach(() => place[Symbol.asyncDispose]());

describe('profile', () => {
  it('lists as one JSON document on stdout, with nothing on stderr', async () => {
    const ran = await place.run(['profile', 'list', '--format', 'json']);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(ran.out)).toEqual({
      schema: 'amltls/profile-list/1',
      file: file(),
      profiles: [{ name: 'contoso', environment: 'azure', target: 'aks-attach', domain: 'custom', host: 'www.contoso.com' }],
    });
  });

  it('lists nothing where there is no file, and says how to begin', async () => {
    await using empty = await createPlace();
    const ran = await empty.run(['profile', 'list']);
    expect(ran).toMatchObject({ code: 0, out: '' });
    expect(ran.err).toContain('amltls secure NAME');
  });

  it('changes one answer and keeps every comment', async () => {
    const ran = await place.run(['profile', 'edit', 'contoso', '--set', 'target.computeName=aks-new']);
    expect(ran.code).toBe(0);
    expect(await readFile(file(), 'utf8')).toBe(FILE.replace('aks-prod', 'aks-new'));
  });

  it('copies with changes, renames, removes', async () => {
    expect(await place.run(['profile', 'copy', 'contoso', 'two', '--set', 'domain.fqdn=two.contoso.com'])).toMatchObject({ code: 0 });
    expect(await place.run(['profile', 'rename', 'two', 'second'])).toMatchObject({ code: 0 });
    const text = await readFile(file(), 'utf8');
    expect(text).toContain('second:');
    expect(text).toContain('two.contoso.com');
    expect(text.startsWith(FILE.trimEnd())).toBe(true);
    expect(await place.run(['profile', 'remove', 'second', '--yes'])).toMatchObject({ code: 0 });
    expect(await readFile(file(), 'utf8')).toBe(FILE);
  });

  it('removes nothing without approval', async () => {
    const ran = await place.run(['profile', 'remove', 'contoso']);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('--yes');
    expect(await readFile(file(), 'utf8')).toBe(FILE);
  });

  it('does not write over a profile that is there', async () => {
    expect(await place.run(['profile', 'copy', 'contoso', 'contoso'])).toMatchObject({ code: 2 });
    expect(await readFile(file(), 'utf8')).toBe(FILE);
  });

  it('names the profile that was probably meant', async () => {
    const ran = await place.run(['profile', 'show', 'contosso']);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('contoso?');
  });

  it('refuses an answer that would make the file wrong, and writes nothing', async () => {
    const ran = await place.run(['profile', 'edit', 'contoso', '--set', 'target.clusterPurpose=Slow']);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('FastProd');
    expect(await readFile(file(), 'utf8')).toBe(FILE);
  });

  it('validates: all mistakes at once with line and column, exit 2', async () => {
    await writeFile(file(), 'version: 1\nprofiles:\n  a:\n    taget: {}\n    target: { plugin: aci, cpu: many }\n');
    const ran = await place.run(['profile', 'validate', '--format', 'json']);
    expect(ran.code).toBe(2);
    const { problems } = JSON.parse(ran.out);
    expect(problems.map((problem: { line: number; column: number; key: string }) => [problem.line, problem.column, problem.key])).toEqual([
      [4, 5, 'profiles.a.taget'],
      [5, 33, 'profiles.a.target.cpu'],
    ]);
  });

  it('validates the ids of plugins', async () => {
    await writeFile(file(), 'version: 1\nprofiles:\n  a:\n    target: { plugin: aks-atach }\n');
    const ran = await place.run(['profile', 'validate']);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(':4:23');
    expect(ran.err).toContain('aks-attach?');
  });

  it('lets the file read a variable only after trust, and shows its name instead of its value', async () => {
    await writeFile(file(), `version: 1\nprofiles:\n  a:\n    environment: nowhere\n    target: { computeName: "\${env:SECRET_NAME}" }\n`, { mode: 0o600 });
    const env = { SECRET_NAME: 'very-secret-value' };
    const before = await place.run(['replay', 'a'], { env });
    expect(before).toMatchObject({ code: 2 });
    expect(before.err).toContain('SECRET_NAME');
    expect(await place.run(['profile', 'trust'], { env })).toMatchObject({ code: 2 });
    expect(await place.run(['profile', 'trust', '--yes'], { env })).toMatchObject({ code: 0 });
    const after = await place.run(['replay', 'a', '--set', 'target.plugin=very-secret-value'], { env });
    expect(after.err).toContain('nowhere');
    expect(after.err + after.out).not.toContain('very-secret-value');
    expect((await stat(join(place.home, '.local/state/amltls/trust.json'))).mode & 0o777).toBe(0o600);
  });

  it.skipIf(process.platform === 'win32')('does not read a file that others may write to', async () => {
    await chmod(file(), 0o666);
    const ran = await place.run(['profile', 'list']);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('chmod go-w');
  });
});
