import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inspectProfiles } from '../../../../src/core/profile/parse.ts';
import { renderText } from '../../../../src/ui/text/render.ts';
import { createPlace, type Place } from '../../fake-host.ts';
import { fakePlugins } from '../../fake-plugins.ts';

const SCRIPT = "require('fs').appendFileSync('told.ndjson', require('fs').readFileSync(0, 'utf8'))\n";
const command = JSON.stringify([process.execPath, './tell.cjs']);
const file = (hooks: string) =>
  `version: 1\nhooks: ${hooks}\nprofiles:\n  one: { environment: azure, target: { plugin: aks-attach, computeName: x }, domain: { kind: custom, fqdn: www.contoso.com } }\n`;

let place: Place;
const run = (...argv: readonly string[]) => place.run(argv, {}, fakePlugins());
const write = (hooks: string) => writeFile(join(place.cwd, 'amltls.config.yaml'), file(hooks), { mode: 0o600 });
const told = async () => {
  const text = await readFile(join(place.cwd, 'told.ndjson'), 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
};

beforeEach(async () => {
  place = await createPlace();
  await writeFile(join(place.cwd, 'tell.cjs'), SCRIPT);
});
afterEach(() => place[Symbol.asyncDispose]());

describe('hooks', () => {
  it('run only after trust, and again only after trust when they or their program changed', async () => {
    await write(`{ onFailure: [{ command: ${command} }] }`);
    expect(await run('check', '--test-hooks')).toMatchObject({ code: 2, err: expect.stringContaining('amltls profile trust') });
    expect(await told()).toEqual([]);
    const refused = await run('profile', 'trust');
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('tell.cjs') });
    expect((await run('profile', 'trust', '--yes')).code).toBe(0);
    expect((await run('check', '--test-hooks')).code).toBe(0);
    expect(await told()).toMatchObject([{ schema: 'amltls/hook/1', event: 'test', for: 'failure' }]);

    await write(`{ onFailure: [{ command: ${command} }], onSuccess: [{ command: ${command} }] }`);
    expect((await run('check', '--test-hooks')).code).toBe(2);
    await run('profile', 'trust', '--yes');
    expect((await run('check', '--test-hooks')).code).toBe(0);
    await writeFile(join(place.cwd, 'tell.cjs'), `${SCRIPT}// and more\n`);
    expect((await run('check', '--test-hooks')).code).toBe(2);
    expect(await told()).toHaveLength(3);
  });

  it('say which failed, with 1', async () => {
    await write(`{ onFailure: [{ command: ${command} }, { command: [${JSON.stringify(process.execPath)}, -e, "process.exit(3)"] }] }`);
    await run('profile', 'trust', '--yes');
    const ran = await run('check', '--test-hooks', '--format', 'json');
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.out)).toMatchObject({
      schema: 'amltls/test-hooks/1',
      exitCode: 1,
      hooks: [
        { event: 'onFailure', ok: true },
        { ok: false, reason: 'exit code 3' },
      ],
    });
  });

  it('are told by check that nothing has run for days, once a day', async () => {
    await write(`{ onNotRun: [{ command: ${command} }], notRunDays: 2 }`);
    await run('profile', 'trust', '--yes');
    const codes = async () => JSON.parse((await run('check', 'one', '--format', 'json')).out).endpoints[0].findings.map((each: { code: string }) => each.code);
    expect(await codes()).not.toContain('renewal-not-run');
    const folder = join(place.home, '.local/state/amltls/renewal-runs');
    const [name = ''] = await readdir(folder);
    const runs = JSON.parse(await readFile(join(folder, name), 'utf8'));
    await writeFile(
      join(folder, name),
      JSON.stringify({ ...runs, profiles: { one: { since: '2026-01-01T00:00:00Z', at: new Date(Date.now() - 3 * 86_400_000).toISOString() } } }),
    );
    expect(await codes()).toContain('renewal-not-run');
    expect((await run('check', 'one')).code).toBe(3);
    expect(await told()).toMatchObject([{ event: 'not-run', command: 'check', findings: [{ profile: 'one', code: 'renewal-not-run' }] }]);
  });
});

describe('a replay', () => {
  const off = (name: string) => `{ environment: azure, target: { plugin: aks-attach, computeName: ${name} }, domain: { kind: none } }`;
  const replays = async () => {
    const hooks = `{ onFailure: [{ command: ${command} }], onSuccess: [{ command: ${command} }] }`;
    const profiles = `one: ${off('first')}\n  same: ${off('settled')}\n  bad: { target: { plugin: aks-attach } }`;
    await writeFile(join(place.cwd, 'amltls.config.yaml'), `version: 1\nhooks: ${hooks}\nprofiles:\n  ${profiles}\n`, { mode: 0o600 });
  };

  it('tells what it changed and what failed, not what was as wanted', async () => {
    await replays();
    await run('profile', 'trust', '--yes');
    expect((await run('replay', '--all')).code).not.toBe(0);
    expect(await told()).toMatchObject([
      { event: 'success', command: 'replay', profile: 'one', status: 'done', changed: true },
      { event: 'failure', command: 'replay', profile: 'bad', status: 'failed', problem: { code: expect.any(String) } },
    ]);
  });

  it('and the wizard that is answered through a pipe tell the same', async () => {
    await replays();
    await run('profile', 'trust', '--yes');
    const stdin = new PassThrough();
    stdin.end('\n\n\n\nyes\n');
    expect((await place.run(['secure', 'one', '--plain'], { stdin }, fakePlugins())).code).toBe(0);
    expect(await told()).toMatchObject([{ event: 'success', command: 'secure', profile: 'one', status: 'done' }]);
  });

  it('runs no hook that nobody trusted, and says so', async () => {
    await replays();
    expect(await run('replay', 'one')).toMatchObject({ code: 0, err: expect.stringContaining('amltls profile trust') });
    const named = join(place.cwd, 'amltls.config.yaml');
    const trust = `amltls profile trust --config ${named}`;
    expect(await run('replay', 'one', '--config', named)).toMatchObject({ code: 0, err: expect.stringContaining(trust) });
    expect(await run('check', '--test-hooks', '--config', named)).toMatchObject({ code: 2, err: expect.stringContaining(trust) });
    expect(await told()).toEqual([]);
  });
});

describe('hooks in the file', () => {
  const faults = (hooks: string) => inspectProfiles(file(hooks), 'f').faults.map(({ key, message }) => `${key}: ${renderText(message, 'en')}`);
  it.each([
    ['{ onFailure: [{ command: [x], webhook: "https://y" }] }', 'hooks.onFailure.0: A hook has either'],
    ['{ onFailure: [{}] }', 'hooks.onFailure.0: A hook has either'],
    ['{ onFailure: [{ webhook: "http://contoso.com/x" }] }', 'hooks.onFailure.0: webhook takes a URL'],
    ['{ onFailure: [{ webhook: "//x" }] }', 'hooks.onFailure.0: webhook takes a URL'],
    [`{ onFailure: [{ command: ["a", "\${env:SECRET}"] }] }`, 'hooks.onFailure.0: Variables are not filled in'],
    ['{ onFailre: [] }', 'hooks.onFailre: hooks.onFailre is not a key of the profile file. Did you mean onFailure?'],
    ['{ onFailure: [{ comand: [x] }] }', 'hooks.onFailure.0.comand: hooks.onFailure.0.comand is not a key of the profile file. Did you mean command?'],
    ['{ onFailure: [{ command: "a b" }] }', 'hooks.onFailure.0.command: hooks.onFailure.0.command takes a list'],
    ['{ notRunDays: 0 }', 'hooks.notRunDays: hooks.notRunDays is too small'],
  ])('%s is a fault with its place', (hooks, fault) => {
    expect(faults(hooks)[0]).toContain(fault);
  });

  it('may lead to https and to this machine', () => {
    expect(faults('{ onFailure: [{ webhook: "https://hooks.contoso.com/x" }, { webhook: "http://localhost:8080/" }], onNotRun: [], notRunDays: 7 }')).toEqual(
      [],
    );
  });
});
