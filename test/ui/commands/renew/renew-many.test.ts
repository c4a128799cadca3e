import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLook } from '../../../../src/core/check/last-look.ts';
import { createFiles } from '../../../../src/plugins/shared/local/index.ts';
import { writeCertificate } from '../../../../src/plugins/shared/x509/write-certificate.ts';
import { startSandbox, type TestSandbox } from '../../../helpers/sandbox.ts';
import { createPlace, type Place } from '../../fake-host.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SEED = `
clusters: [{ name: c1 }, { name: c2 }, { name: c3 }, { name: c4 }]
computes:
  - { name: micro, cluster: c1, tls: { kind: microsoft, leafDomainLabel: contoso, daysLeft: 20 } }
  - { name: early, cluster: c2, tls: { kind: microsoft, leafDomainLabel: fabrikam, daysLeft: 100 } }
  - { name: own, cluster: c3, tls: { kind: custom, fqdn: own.contoso.com, daysLeft: 5 } }
services: [{ kind: aks, name: s1, compute: micro }, { kind: aks, name: s2, compute: early }, { kind: aks, name: s3, compute: own }]
`;
const aks = (name: string, cluster: string) =>
  `environment: sandbox, target: { plugin: aks-attach, computeName: ${name}, clusterResourceGroup: rg-practice, clusterName: ${cluster} }`;
const PROFILES = {
  gone: `{ ${aks('gone', 'c4')}, domain: { kind: microsoft, leafDomainLabel: gone } }`,
  micro: `{ ${aks('micro', 'c1')}, domain: { kind: microsoft, leafDomainLabel: contoso } }`,
  early: `{ ${aks('early', 'c2')}, domain: { kind: microsoft, leafDomainLabel: fabrikam } }`,
  own: `{ ${aks('own', 'c3')}, domain: { kind: custom, fqdn: own.contoso.com }, certificate: { plugin: pem, certFile: cert.pem, keyFile: key.pem, trust: cert.pem }, dns: { plugin: practice } }`,
  off: `{ ${aks('own', 'c3')}, domain: { kind: none } }`,
};

let sandbox: TestSandbox;
let place: Place;

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'amltls-seed-'));
  await writeFile(join(folder, 'seed.yaml'), SEED);
  sandbox = await startSandbox({ seedFile: join(folder, 'seed.yaml'), speed: 600 });
  await rm(folder, { recursive: true });
  place = await createPlace();
  await profiles('micro', 'early', 'own', 'off');
  await newPair(90);
});
afterEach(async () => {
  await place[Symbol.asyncDispose]();
  await sandbox[Symbol.asyncDispose]();
});

async function profiles(...names: readonly (keyof typeof PROFILES)[]): Promise<void> {
  const hooks = `hooks: { onFailure: [{ command: ${hook} }], onSuccess: [{ command: ${hook} }] }\n`;
  const text = `version: 1\n${hooks}profiles:\n${names.map((name) => `  ${name}: ${PROFILES[name]}\n`).join('')}`;
  await writeFile(join(place.cwd, 'amltls.config.yaml'), text, { mode: 0o600 });
  await writeFile(join(place.cwd, 'tell.cjs'), "require('fs').appendFileSync('told.ndjson', require('fs').readFileSync(0, 'utf8'))\n");
  await place.run(['profile', 'trust', '--yes']);
}
const hook = JSON.stringify([process.execPath, './tell.cjs']);

async function newPair(days: number): Promise<void> {
  const now = Date.parse((await sandbox.state()).now);
  const pair = await writeCertificate({ commonName: 'own', names: ['own.contoso.com'], from: now - DAY, to: now + days * DAY, algorithm: 'ecdsa-p256' });
  await writeFile(join(place.cwd, 'cert.pem'), pair.certPem);
  await writeFile(join(place.cwd, 'key.pem'), pair.keyPem, { mode: 0o600 });
}

async function renew(...argv: readonly string[]) {
  const ran = await place.run(['renew', ...argv, '--format', 'json', '--state-dir', sandbox.stateDir]);
  const document = JSON.parse(ran.out);
  const statuses = Object.fromEntries(document.profiles.map((each: { profile: string; status: string }) => [each.profile, each.status]));
  return { code: ran.code, document, statuses };
}
const told = async () =>
  (await readFile(join(place.cwd, 'told.ndjson'), 'utf8').catch(() => ''))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
const puts = async (name: string) => (await sandbox.requests()).filter(({ method, path }) => method === 'PUT' && path.endsWith(`/computes/${name}`));

describe('renew --due', () => {
  it('does what is due, leaves the waits to the next runs, sends nothing twice', async () => {
    const first = await renew('--due', '--no-wait', '--changed-exit-code', '7');
    expect(first.statuses).toMatchObject({ micro: 'waiting', early: 'unchanged', own: 'waiting', off: 'unchanged' });
    expect(first).toMatchObject({ code: 7, document: { schema: 'amltls/renew/1', status: 'waiting', changed: true } });

    await sandbox.advance(HOUR);
    const second = await renew('--due', '--no-wait', '--waiting-exit-code', '8', '--changed-exit-code', '7');
    expect(second.statuses).toMatchObject({ micro: 'waiting', own: 'done' });

    await sandbox.advance(11 * HOUR);
    const third = await renew('--due', '--no-wait');
    expect(third.statuses).toEqual({ micro: 'done', early: 'unchanged', own: 'unchanged', off: 'unchanged' });
    expect(await renew('--due', '--no-wait', '--changed-exit-code', '7')).toMatchObject({ code: 0, document: { status: 'unchanged' } });

    // Also what a run took up from an earlier one is there for the home screen, with the whole of its life.
    for (const profile of ['micro', 'own']) {
      const key = { profile, profileFile: join(place.cwd, 'amltls.config.yaml'), environment: 'sandbox' };
      expect(await readLook(createFiles(), place.host([]).folders.state, key)).toMatchObject({ notBefore: expect.any(String), severity: 'ok' });
    }

    const asked = await puts('micro');
    expect(asked).toHaveLength(1);
    expect(JSON.stringify(asked[0]?.body)).toContain('"renew":true');
    expect(await puts('early')).toEqual([]);
    expect(await puts('own')).toHaveLength(1);
    expect((await told()).map(({ event, profile, status }) => [event, profile, status])).toEqual([
      ['success', 'own', 'done'],
      ['success', 'micro', 'done'],
    ]);
  });

  it('goes on when one fails, ends with its code and tells the hook', async () => {
    await profiles('gone', 'own');
    const ran = await renew('--due', '--no-wait');
    expect(ran.statuses).toEqual({ gone: 'failed', own: 'waiting' });
    expect(ran.code).toBe(3);
    expect(await told()).toMatchObject([
      { schema: 'amltls/hook/1', event: 'failure', profile: 'gone', command: 'renew', problem: { code: 'renewal-cannot-tell' } },
    ]);
    expect(JSON.stringify(await told())).not.toContain('PRIVATE');
  });

  it('does not keep quiet where there is nothing new to deploy and the end is near', async () => {
    await profiles('own');
    await renew('own');
    await sandbox.advance(88 * DAY);
    const ran = await renew('--due', '--no-wait');
    expect(ran).toMatchObject({ code: 3, statuses: { own: 'failed' } });
    expect(ran.document.profiles[0].problem).toMatchObject({ code: 'renewal-overdue' });
  });

  it('names the profile file in what to do next, where the file had to be named', async () => {
    await profiles('gone');
    const file = join(place.cwd, 'of the team.yaml');
    await rename(join(place.cwd, 'amltls.config.yaml'), file);
    const ran = await renew('--due', '--no-wait', '--config', file);
    expect(ran.document.profiles[0].problem).toMatchObject({
      code: 'renewal-cannot-tell',
      next: [expect.stringContaining(`amltls check gone --config '${file}'`)],
    });
  });

  it('takes names, and then looks at no others', async () => {
    expect((await renew('early', 'off', '--due')).statuses).toEqual({ early: 'unchanged', off: 'unchanged' });
  });
});

describe('renew --all', () => {
  it('waits for all of them together where it may wait', async () => {
    await profiles('micro', 'early', 'off');
    const running = renew('--all');
    // Five hours take 30 s at this speed; they are waited for, not slept through.
    const jump = setInterval(() => void sandbox.advance(HOUR).catch(() => undefined), 500);
    const ran = await running.finally(() => clearInterval(jump));
    expect(ran.statuses).toEqual({ micro: 'done', early: 'unchanged', off: 'unchanged' });
    expect(ran).toMatchObject({ code: 0, document: { status: 'done', changed: true } });
  });

  it('is one run at a time', async () => {
    const runs = join(place.home, '.local/state/amltls/renewal-runs');
    await profiles('off');
    await renew('--all');
    const { createHash } = await import('node:crypto');
    const key = createHash('sha256').update(join(place.cwd, 'amltls.config.yaml')).digest('hex').slice(0, 24);
    await using _held = await createFiles().lock(join(runs, key));
    const ran = await place.run(['renew', '--all', '--state-dir', sandbox.stateDir]);
    expect(ran).toMatchObject({ code: 1, err: expect.stringContaining(String(process.pid)) });
  });
});
