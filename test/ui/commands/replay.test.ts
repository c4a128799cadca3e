import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Host } from '../../../src/ui/host/host.ts';
import { createPlace, type Place } from '../fake-host.ts';
import { fakePlugins } from '../fake-plugins.ts';

const profile = (computeName: string) => `{ environment: azure, target: { plugin: aks-attach, computeName: ${computeName} }, domain: { kind: none } }`;
const FILE = `version: 1\nprofiles:\n  one: ${profile('first')}\n  two: ${profile('settled')}\n  bad: { target: { plugin: aks-attach } }\n`;

let place: Place;
let applied: string[];
const run = (argv: readonly string[], more?: Partial<Host>) => place.run(argv, more, fakePlugins(applied));

beforeEach(async () => {
  applied = [];
  place = await createPlace();
  await writeFile(join(place.cwd, 'amltls.config.yaml'), FILE, { mode: 0o600 });
});
afterEach(() => place[Symbol.asyncDispose]());

describe('plan', () => {
  it('shows what would go out and changes nothing', async () => {
    const ran = await run(['plan', 'one', '--show-equivalents']);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('PUT /computes/first');
    expect(ran.out).toContain('~ status: Enabled -> Disabled');
    expect(ran.out).toContain('az ml \\x1b]52;x');
    expect(applied).toEqual([]);
  });

  it('is one document with --format json', async () => {
    const { out } = await run(['plan', 'one', 'two', '--format', 'json']);
    const document = JSON.parse(out);
    expect(document).toMatchObject({
      schema: 'amltls/plan/1',
      exitCode: 0,
      profiles: [
        { profile: 'one', pendingChanges: 1, blocked: false },
        { profile: 'two', pendingChanges: 0 },
      ],
    });
    expect(document.profiles[0].steps[2].changes[0]).toMatchObject({ id: 'deploy:compute/first', title: 'TLS off', effect: 'update' });
  });
});

describe('replay', () => {
  it('does it without a question where nobody is, results on stdout', async () => {
    const ran = await run(['replay', 'one']);
    expect(ran.code).toBe(0);
    expect(applied).toEqual(['first']);
    expect(ran.out).toContain('Done.');
    expect(ran.err).toContain('applying \\x1b[31m');
    expect(ran.out + ran.err).not.toContain('\u001b');
  });

  it('speaks NDJSON, each line with type, at and profile, the outcome last', async () => {
    const { out } = await run(['replay', 'one', '--format', 'ndjson']);
    const events = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    for (const event of events) expect(event).toMatchObject({ type: expect.any(String), at: expect.stringMatching(/^\d{4}-.*Z$/), profile: 'one' });
    expect(events.at(-1)).toMatchObject({ type: 'outcome', status: 'done', exitCode: 0, changed: true });
  });

  it('goes on with the others when one fails, and ends with its code', async () => {
    const ran = await run(['replay', 'bad', 'one', '--format', 'json']);
    expect(ran.code).toBe(2);
    expect(applied).toEqual(['first']);
    const document = JSON.parse(ran.out);
    expect(document).toMatchObject({ schema: 'amltls/replay/1', status: 'failed', exitCode: 2, changed: true });
    expect(document.profiles.map((each: { profile: string; status: string }) => [each.profile, each.status])).toEqual([
      ['one', 'done'],
      ['bad', 'failed'],
    ]);
    expect(JSON.stringify(document)).toContain('--set domain.kind=');
  });

  it('tells changed from unchanged by --changed-exit-code', async () => {
    expect((await run(['replay', 'two', '--changed-exit-code', '9'])).code).toBe(0);
    expect((await run(['replay', 'one', '--changed-exit-code', '9'])).code).toBe(9);
  });

  it('says unchanged in the language of the locale', async () => {
    const ran = await run(['replay', 'two'], { env: { LANG: 'ja_JP.UTF-8' } });
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.out).toContain('変更なし');
  });

  it('asks once in a terminal, and No sends nothing', async () => {
    const terminal = () => Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
    const no = terminal();
    no.end('n\n');
    expect((await run(['replay', 'one', '--plain'], { stdin: no, stdout: terminal() })).code).toBe(130);
    expect(applied).toEqual([]);
    const yes = terminal();
    yes.end('y\n');
    expect((await run(['replay', 'one', '--plain'], { stdin: yes, stdout: terminal() })).code).toBe(0);
    expect(applied).toEqual(['first']);
  });

  it('is interrupted with 130 and leaves nothing half-said', async () => {
    const { Interrupted } = await import('../../../src/core/problems/interrupted.ts');
    const ran = await run(['replay', 'one'], { signal: AbortSignal.abort(new Interrupted(143)) });
    expect(ran.code).toBe(143);
    expect(applied).toEqual([]);
  });

  it('needs a name', async () => {
    expect(await run(['replay'])).toMatchObject({ code: 2 });
  });
});

describe('secure in lines', () => {
  it('asks everything through a pipe, shows the plan, does it, saves the profile', async () => {
    await using fresh = await createPlace();
    const stdin = new PassThrough();
    stdin.end('3\n\n\n\n1\nfirst\n\nyes\nmine\n');
    const ran = await fresh.run(['secure', '--plain'], { stdin }, fakePlugins(applied));
    expect(ran.err).toContain('Step 1 of 4');
    expect(ran).toMatchObject({ code: 0 });
    expect(applied).toEqual(['first']);
    const shown = await fresh.run(['profile', 'show', 'mine', '--format', 'json'], {}, fakePlugins());
    expect(JSON.parse(shown.out).answers).toMatchObject({ environment: 'azure', 'domain.kind': 'none', 'target.computeName': 'first' });
  });

  it('names the file that it was told to write, in the command that does it again', async () => {
    await using fresh = await createPlace();
    const file = join(fresh.cwd, 'of the team.yaml');
    const stdin = new PassThrough();
    stdin.end('3\n\n\n\n1\nfirst\n\nyes\n');
    const ran = await fresh.run(['secure', 'mine', '--plain', '--config', file], { stdin }, fakePlugins(applied));
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.err).toContain(`amltls replay mine --config '${file}'`);
  });
});
