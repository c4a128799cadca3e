import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPlace, type Place } from '../fake-host.ts';

let place: Place;
beforeAll(async () => {
  place = await createPlace();
});
afterAll(() => place[Symbol.asyncDispose]());

describe('the command line', () => {
  it.each([
    [['profle', 'list'], 'profile?'],
    [['replai'], 'replay?'],
    [['profile', 'lst'], 'list?'],
    [['plan', '--fromat', 'json'], '--format?'],
    [['plan', '--format'], '--format'],
    [['profile', 'copy', 'one'], 'to'],
    [['--format', 'xml', 'profile', 'list'], 'ndjson'],
    [['--timeout', 'soon', 'profile', 'list'], '90s'],
    [['--log-level', 'loud', 'profile', 'list'], 'debug'],
    [['replay', '--all', '--changed-exit-code', '999'], '255'],
    [['--sandbox', '--env', 'azure', 'profile', 'list'], '--sandbox'],
    [['completion', 'tcsh'], 'zsh'],
    [['watch', 'dns'], 'watch dns --name FQDN --expect IP'],
    [['watch', 'dns', '--name', 'www.contoso.com'], '--expect needs a value'],
    [['cert', 'csr'], 'amltls cert csr --help'],
    [['--lang', 'en', 'profile', 'lst', '--plain'], 'amltls profile --help'],
  ])('%j ends with 2 and says what is right', async (argv, words) => {
    const ran = await place.run(argv);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(words);
  });

  it('reports usage in the format that was asked for', async () => {
    const json = await place.run(['--format', 'json', 'plan', '--no-such']);
    expect(JSON.parse(json.out)).toMatchObject({ schema: 'amltls/plan/1', status: 'failed', exitCode: 2, problem: { code: 'usage' } });
    const ndjson = await place.run(['plan', 'x', '--format=ndjson']);
    expect(JSON.parse(ndjson.out)).toMatchObject({ type: 'outcome', profile: null, status: 'failed', exitCode: 2, problem: { code: 'profile-file-missing' } });
  });

  it('shows help on stdout when asked, on stderr with 2 when nobody can answer', async () => {
    const asked = await place.run(['--help']);
    expect(asked).toMatchObject({ code: 0, err: '' });
    expect(asked.out).toContain('replay');
    const lost = await place.run([]);
    expect(lost).toMatchObject({ code: 2, out: '' });
    expect(lost.err).toContain('replay');
  });

  it('speaks Japanese by flag and by locale, the flag first', async () => {
    expect((await place.run(['--lang', 'ja', 'nosuch'])).err).toContain('コマンド');
    expect((await place.run(['nosuch'], { env: { LANG: 'ja_JP.UTF-8' } })).err).toContain('コマンド');
    expect((await place.run(['nosuch', '--lang', 'en'], { env: { LANG: 'ja_JP.UTF-8' } })).err).toContain('command');
  });

  it('needs a terminal for the wizard and says what works without', async () => {
    const ran = await place.run(['secure']);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('--plain');
  });
});
