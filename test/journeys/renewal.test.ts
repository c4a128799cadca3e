import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshHome, type Home } from '../helpers/bin.ts';
import { type OpensslPair, opensslPair } from '../helpers/openssl-pair.ts';
import { type SandboxBin, startSandboxBin } from '../helpers/sandbox-bin.ts';

const LIMIT = 120_000;
const DAY_S = 86_400;

const AKS = 'target: { plugin: aks-attach, computeName: aks-prod, clusterResourceGroup: rg-practice, clusterName: aks1 }';
const QUIET = 'target: { plugin: aks-attach, computeName: aks-new, clusterResourceGroup: rg-practice, clusterName: aks-quiet }';
const ACI = 'target: { plugin: aci, serviceName: scorer }';
const MICROSOFT = 'domain: { kind: microsoft, leafDomainLabel: contoso }';

interface Scene {
  readonly home: Home;
  readonly sandbox: SandboxBin;
  /** ndjson: its last line, and the exit code. */
  outcome(args: readonly string[]): Promise<Record<string, unknown> & { code: number | null }>;
  renewals(): Promise<number>;
}

/** A profile `mine` that was replayed once, on a practice Azure at this speed. */
async function secured(target: string, rest: string, speed = 3000): Promise<Scene> {
  const home = await freshHome();
  await writeFile(join(home.folder, 'amltls.config.yaml'), `version: 1\nprofiles:\n  mine:\n    environment: sandbox\n    ${target}\n    ${rest}\n`, {
    mode: 0o600,
  });
  const sandbox = await startSandboxBin(home, ['--speed', String(speed)]);
  const outcome: Scene['outcome'] = async (args) => {
    const { code, stdout, stderr } = await home.run([...args, '--format', 'ndjson']);
    if (stdout === '') throw new Error(stderr);
    return { ...JSON.parse(stdout.trim().split('\n').at(-1) ?? ''), code };
  };
  expect(await outcome(['replay', 'mine'])).toMatchObject({ code: 0 });
  return {
    home,
    sandbox,
    outcome,
    async renewals() {
      const all = (await sandbox.control('GET', '/requests')) as readonly { method: string; body: unknown }[];
      return all.filter(({ body }) => JSON.stringify(body)?.includes('"renew":true') === true).length;
    },
  };
}

const daysPass = (sandbox: SandboxBin, days: number) => sandbox.control('POST', '/clock', { advanceSeconds: days * DAY_S });

/** The fingerprint that the one https endpoint serves. */
async function served({ sandbox }: Scene): Promise<string> {
  const front = (await sandbox.state()).services.find(({ scoringUri }) => scoringUri?.startsWith('https:') === true);
  return await sandbox.servedFingerprint(front?.connect ?? '', front?.sni ?? '');
}

describe('a Microsoft certificate', () => {
  it('is renewed before the eyes of a person, from the question to the bell', { timeout: LIMIT }, async () => {
    const scene = await secured(AKS, MICROSOFT);
    await daysPass(scene.sandbox, 120);
    const before = await served(scene);
    const terminal = scene.home.open(['renew', 'mine'], { columns: 100, rows: 40 });
    await terminal.waitFor('Renew the certificate of mine');
    terminal.type('y');
    terminal.press('Enter');
    const screen = await terminal.waitFor((text) => text.includes('Azure to serve') && text.includes('Served now'));
    expect(screen).toMatch(/of about 5 hr/);
    expect(screen).toMatch(/5\d days left/);
    expect((await terminal.exited).exitCode).toBe(0);
    expect(terminal.normalScreen()).toContain('Done.');
    expect(terminal.written().join('')).toContain('\u001b]9;amltls mine: Done.\u0007');
    expect(await served(scene)).not.toBe(before);
    expect(await scene.renewals()).toBe(1);
    expect(await scene.outcome(['check', 'mine'])).toMatchObject({ code: 0 });
  });

  it('calls somebody back also where all profiles were waited for together', { timeout: LIMIT }, async () => {
    const scene = await secured(AKS, MICROSOFT);
    await daysPass(scene.sandbox, 310);
    const terminal = scene.home.open(['renew', '--all', '--yes'], { columns: 100, rows: 40 });
    expect((await terminal.exited).exitCode).toBe(0);
    expect(terminal.written().join('')).toContain('\u001b]9;amltls mine: Done.\u0007');
  });

  it('can be left, watched by one at a time, killed and taken up again', { timeout: LIMIT }, async () => {
    const scene = await secured(AKS, MICROSOFT, 1200);
    await daysPass(scene.sandbox, 120);
    const before = await served(scene);
    const first = scene.home.open(['renew', 'mine', '--yes'], { columns: 80, rows: 24 });
    await first.waitFor((text) => text.includes('Served now') && text.includes('q leave it waiting'));
    first.type('q');
    expect((await first.exited).exitCode).toBe(0);
    expect(first.normalScreen()).toMatch(/amltls watch\s+renewal mine/);
    expect((await scene.home.run(['watch'])).stdout).toMatch(/^Renewal of contoso.*amltls watch renewal mine/);

    const second = scene.home.open(['watch', 'renewal', 'mine'], { columns: 80, rows: 24 });
    await second.waitFor('Served now');
    const third = await scene.home.run(['watch', 'renewal', 'mine']);
    expect(third.code).toBe(1);
    expect(third.stderr).toMatch(/in use by process \d+/);
    second.kill('SIGKILL');
    await second.exited;

    expect(await scene.outcome(['watch', 'renewal', 'mine'])).toMatchObject({ status: 'done', code: 0 });
    expect(await served(scene)).not.toBe(before);
    expect((await scene.home.run(['watch'])).stdout).toContain('Nothing is waited for.');
    expect(await scene.renewals()).toBe(1);
  });

  it('is renewed from the home screen, which goes on with what was interrupted', { timeout: LIMIT }, async () => {
    const scene = await secured(AKS, MICROSOFT, 1200);
    await daysPass(scene.sandbox, 120);
    await scene.home.run(['check', 'mine']);
    const first = scene.home.open(['--sandbox'], { columns: 100, rows: 30 });
    await first.waitFor(/▲ mine +[━─]+ +5\d days left, renewal due/);
    first.press('Down');
    first.press('Down');
    first.press('Enter');
    await first.waitFor('Which profile?');
    first.press('Enter');
    await first.waitFor('Renew the certificate of mine');
    first.type('y');
    first.press('Enter');
    await first.waitFor('Served now');
    first.press('CtrlC');
    expect((await first.exited).exitCode).toBe(130);
    expect(first.normalScreen()).not.toContain('not built for');

    const second = scene.home.open(['--sandbox'], { columns: 100, rows: 30, deadlineMs: 60_000 });
    await second.waitFor('59 days left');
    await second.waitFor('Open waits: 1');
    for (const key of ['Down', 'Down', 'Down', 'Down'] as const) second.press(key);
    second.press('Enter');
    await second.waitFor('nobody at the moment');
    second.press('Enter');
    await second.waitFor('Served now');
    await second.waitFor('Press Enter for the home screen');
    second.press('Enter');
    await second.waitFor(/ {2}mine +━+ +179 days left/);
    second.type('q');
    expect((await second.exited).exitCode).toBe(0);
    expect(await scene.renewals()).toBe(1);
  });

  it('is not renewed too early, unless somebody insists', { timeout: LIMIT }, async () => {
    const scene = await secured(AKS, MICROSOFT);
    expect(await scene.outcome(['renew', 'mine'])).toMatchObject({ status: 'unchanged', code: 0, changed: false });
    const terminal = scene.home.open(['renew', 'mine', '--plain'], { columns: 80, rows: 40 });
    await terminal.waitFor((text) => text.includes('Azure very likely does nothing') && text.includes('Ask Azure for it all the same?'));
    terminal.type('n\r');
    expect((await terminal.exited).exitCode).toBe(0);
    expect(await scene.renewals()).toBe(0);
    expect(await scene.outcome(['renew', 'mine', '--even-if-early', '--no-wait'])).toMatchObject({ status: 'waiting', code: 0 });
    expect(await scene.renewals()).toBe(1);
  });

  it('says that it cannot tell where nothing answers', { timeout: LIMIT }, async () => {
    const scene = await secured(QUIET, MICROSOFT, 6000);
    const { code, stderr, stdout } = await scene.home.run(['renew', 'mine', '--lang', 'en']);
    expect(code).toBe(3);
    expect(stderr).toContain('cannot be seen from here');
    expect(stderr).toMatch(/Whether the certificate was renewed cannot be told\. .*does not answer \(TCP/);
    expect(stdout).toContain('Failed.');
  });
});

describe('a certificate of one’s own', () => {
  /** Two chains of two private CAs, both trusted. The profile names links that lead to one of them, as certbot's do. */
  async function twoPairs() {
    const { folder } = await freshHome();
    const pairs: OpensslPair[] = [];
    // One after the other: the second has to be the younger one.
    for (const name of ['one', 'two']) {
      await mkdir(join(folder, name));
      pairs.push(await opensslPair(join(folder, name), 'www.contoso.com'));
    }
    const [one, two] = pairs;
    if (one === undefined || two === undefined) throw new Error('two pairs are made');
    const at = (name: string) => join(folder, `live-${name}.pem`);
    await writeFile(at('trust'), (await Promise.all(pairs.map(({ trustFile }) => readFile(trustFile, 'utf8')))).join(''));
    const lead = async (pair: OpensslPair): Promise<void> => {
      for (const [name, path] of [
        ['cert', pair.certFile],
        ['key', pair.keyFile],
      ] as const) {
        await rm(at(name), { force: true });
        await symlink(path, at(name));
      }
    };
    const certificate = `certificate: { plugin: pem, certFile: '${at('cert')}', keyFile: '${at('key')}', trust: '${at('trust')}' }`;
    return { one, two, lead, rest: `domain: { kind: custom, fqdn: www.contoso.com }\n    ${certificate}\n    dns: { plugin: practice }` };
  }

  it.each([
    ['AKS', AKS],
    ['ACI', ACI],
  ])('is renewed on %s, taken back, switched off and on again', { timeout: LIMIT }, async (_name, target) => {
    const { one, two, lead, rest } = await twoPairs();
    await lead(one);
    const scene = await secured(target, rest);
    expect(await served(scene)).toBe(one.fingerprint);

    await lead(two);
    const terminal = scene.home.open(['renew', 'mine'], { columns: 100, rows: 40 });
    await terminal.waitFor('Renew the certificate of mine');
    terminal.type('y');
    terminal.press('Enter');
    expect((await terminal.exited).exitCode).toBe(0);
    expect(await served(scene)).toBe(two.fingerprint);
    expect(await scene.outcome(['renew', 'mine'])).toMatchObject({ status: 'unchanged', code: 0 });

    expect(await scene.outcome(['renew', 'mine', '--rollback', '--changed-exit-code', '9'])).toMatchObject({ status: 'done', code: 9 });
    expect(await served(scene)).toBe(one.fingerprint);

    expect((await scene.home.run(['disable', 'mine'])).code).toBe(2);
    const off = scene.home.open(['disable', 'mine'], { columns: 100, rows: 40 });
    await off.waitFor((text) => text.includes('travel in clear') && text.includes('Type mine to switch TLS off'));
    off.type('mine\r');
    await off.waitFor('Also take back the DNS record');
    off.type('n\r');
    expect((await off.exited).exitCode).toBe(0);
    expect(off.normalScreen()).toContain('http://');
    expect((await scene.sandbox.state()).services.filter(({ scoringUri }) => scoringUri?.startsWith('https:') === true)).toEqual([]);

    expect(await scene.outcome(['replay', 'mine'])).toMatchObject({ status: 'done', code: 0 });
    expect(await served(scene)).toBe(two.fingerprint);
    expect(await scene.home.run(['disable', 'mine', '--yes'])).toMatchObject({ code: 0, stderr: expect.stringContaining('travel in clear') });
  });
});
