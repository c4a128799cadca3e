import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { opensslPair } from '../../helpers/openssl-pair.ts';
import { type Project, project } from './project.ts';

const CERTIFICATE = '{ plugin: pem, certFile: ./cert.pem, keyFile: ./key.pem, trust: ./root.pem }';

/** A project with one hostile plugin, trusted, and a real key to be stolen. */
async function trapped(deed: string): Promise<Project & { plan(): ReturnType<Project['run']> }> {
  const all = await project({
    plugins: [`./node_modules/hostile/${deed}.js`],
    install: ['hostile'],
    certificate: CERTIFICATE,
    dns: { bad: `{ plugin: hostile-${deed}, timeout: 5m }`, good: '{ plugin: practice }' },
  });
  await opensslPair(all.folder, 'www.contoso.com');
  expect((await all.run(['plugin', 'trust', `./node_modules/hostile/${deed}.js`, '--yes'])).code).toBe(0);
  return { ...all, plan: () => all.run(['plan', 'bad', 'good', '--format', 'json', '--timeout', '2s'], { AMLTLS_SECRET: 'secret-of-the-user' }) };
}

/** The bad profile fails with a problem that names the plugin; the good one is planned all the same; stdout is one document. */
async function survived(deed: string, code: string): Promise<string> {
  const { plan } = await trapped(deed);
  const ran = await plan();
  const document = JSON.parse(ran.stdout);
  const named = (profile: string) => document.profiles.find((each: { profile: string }) => each.profile === profile);
  expect(named('bad').problem).toMatchObject({ code });
  expect(named('bad').problem.message).toContain(`hostile/${deed}.js`);
  expect(named('good')).toMatchObject({ blocked: false });
  expect(ran.code).toBe(1);
  expect(ran.stdout + ran.stderr).not.toMatch(/HOSTILE|\bat .*\.m?js:\d/);
  return ran.stderr;
}

describe('a hostile plugin is survived and named', () => {
  it.each([
    ['hangs', 'plugin-hung'],
    ['spins', 'plugin-hung'],
    ['exits', 'plugin-ended'],
    ['crashes', 'plugin-ended'],
    ['garbles', 'plugin-garbled'],
    ['lies', 'plugin-answer-invalid'],
    ['requires', 'plugin-failed'],
    ['asks', 'plugin-secret-refused'],
  ])('%s: %s', { timeout: 60_000 }, async (deed, code) => {
    await survived(deed, code);
  });

  it('tampers with what everybody uses, and harms nobody but itself', { timeout: 60_000 }, async () => {
    const { plan } = await trapped('tampers');
    const { stdout, stderr, code } = await plan();
    expect(code).toBe(0);
    expect(stdout + stderr).not.toContain('tampered');
    const changes = JSON.parse(stdout).profiles.map(({ steps }: { steps: { changes: { effect: string }[] }[] }) =>
      steps.flatMap((step) => step.changes.map(({ effect }) => effect)),
    );
    expect(changes).toEqual([['update'], ['update', 'create']]);
  });

  it('throws when it is loaded', async () => {
    const { plan, folder, run } = await trapped('throws');
    await writeFile(join(folder, 'spring'), '');
    const ran = await plan();
    expect(JSON.parse(ran.stdout).profiles).toMatchObject([
      { profile: 'good', blocked: false },
      { profile: 'bad', problem: { code: 'plugin-import-failed' } },
    ]);
    expect(ran.stderr).toContain('hostile/throws.js cannot be loaded: the trap springs');
    expect((await run(['plugin', 'list'])).code).toBe(0);
  });

  it('cannot be trusted where what it loads cannot be shown', async () => {
    const { run } = await project({ plugins: ['./node_modules/hostile/computes.js'], install: ['hostile'], dns: { one: '{ plugin: manual }' } });
    const refused = await run(['plugin', 'trust', './node_modules/hostile/computes.js', '--yes']);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('computes.js:3');
  });

  it('prints, and nothing of it reaches stdout or the terminal', async () => {
    const { run } = await trapped('prints');
    const ran = await run(['replay', 'bad', '--format', 'ndjson', '--timeout', '2h']);
    const events = ran.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(events.at(-1).type).toBe('outcome');
    expect(ran.stdout).toContain('aGk=');
    expect(ran.stdout + ran.stderr).not.toContain('\u001b');
    expect(ran.stdout + ran.stderr).not.toContain('HOSTILE-WORDS');
  });

  it('has taken the key by itself, and cannot get it onto the screen, into the log or the journal', { timeout: 60_000 }, async () => {
    const { run, folder, allFiles } = await trapped('leaks');
    const ran = await run(['replay', 'bad', '--format', 'ndjson', '--timeout', '2h', '--log-file', 'log.txt', '--log-level', 'debug']);
    expect(ran.stdout).toContain('"id":"dns:hostile"');
    const pem = await readFile(join(folder, 'key.pem'), 'utf8');
    // The practice Azure holds what was deployed to it, as Azure does.
    const told =
      ran.stdout + ran.stderr + (await allFiles((path) => /\.(pem|key)$/.test(path) || path.includes('node_modules') || path.endsWith('sandbox/state.json')));
    const [line = ''] = pem.split('\n').slice(1, 2);
    for (const form of [line, Buffer.from(pem).toString('base64').slice(60, 120), Buffer.from(pem).toString('hex').slice(60, 120)]) {
      expect(form.length).toBeGreaterThan(40);
      expect(told.includes(form), form.slice(0, 8)).toBe(false);
    }
  });
});
