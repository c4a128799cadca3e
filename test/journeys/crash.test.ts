import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshHome, type Home } from '../helpers/bin.ts';
import { dyingAt } from '../helpers/dying.ts';
import { type OpensslPair, opensslPair } from '../helpers/openssl-pair.ts';
import type { SeenRequest } from '../helpers/sandbox.ts';
import { type SandboxBin, startSandboxBin } from '../helpers/sandbox-bin.ts';

const LIMIT = 240_000;
const SPEED = ['--speed', '3000'];

const AKS = 'target: { plugin: aks-attach, computeName: aks-prod, clusterResourceGroup: rg-practice, clusterName: aks1 }';
const ACI = 'target: { plugin: aci, serviceName: scorer }';
const MADE_HERE = 'domain: { kind: custom, fqdn: www.contoso.com }\n    certificate: { plugin: self-signed }\n    dns: { plugin: practice }';

interface Scene {
  readonly home: Home;
  readonly sandbox: SandboxBin;
}

async function scene(target: string, domain: string): Promise<Scene> {
  const home = await freshHome();
  await writeProfile(home, target, domain);
  return { home, sandbox: await startSandboxBin(home, SPEED) };
}

async function writeProfile(home: Home, target: string, domain: string): Promise<void> {
  const text = `version: 1\nprofiles:\n  mine:\n    environment: sandbox\n    ${target}\n    ${domain}\n`;
  await writeFile(join(home.folder, 'amltls.config.yaml'), text, { mode: 0o600 });
}

const replay = (home: Home) => home.run(['replay', 'mine', '--format', 'ndjson']);
const lastOf = (stdout: string) => JSON.parse(stdout.trim().split('\n').at(-1) ?? '');

/** What the world looks like, without what differs from one to the next (certificates, times). */
async function endOf({ sandbox }: Scene) {
  const { computes, services, certificates, records } = await sandbox.state();
  const secured = services.filter(({ scoringUri }) => scoringUri?.startsWith('https:') === true);
  return {
    computes: computes.map(({ name, provisioningState, tls }) => ({ name, provisioningState, tls })),
    uris: secured.map(({ scoringUri }) => scoringUri),
    serves: await Promise.all(
      secured.map(async ({ connect, sni }) => (await sandbox.servedFingerprint(connect ?? '', sni ?? '')) === certificates[0]?.fingerprintSha256),
    ),
    records: records.filter(({ name }) => name === 'www.contoso.com').map(({ name, type, data }) => `${name} ${type} ${data}`),
  };
}

const sent = (requests: readonly SeenRequest[]) => requests.map(({ method, path }) => `${method} ${path.split('/').at(-1)}`);

describe.each([
  ['AKS', AKS, ['PUT aks-prod']],
  ['ACI', ACI, ['PATCH scorer']],
])('killed at every entry of the journal: %s', (_name, target, changes) => {
  it('ends as the uninterrupted run does, and sends nothing twice', { timeout: LIMIT }, async () => {
    const whole = await scene(target, MADE_HERE);
    expect((await replay(whole.home)).code).toBe(0);
    const wanted = await endOf(whole);
    expect(wanted).toMatchObject({ serves: [true], uris: [expect.any(String)] });
    expect(sent(await whole.sandbox.changes())).toEqual(changes);

    for (let entry = 1; ; entry += 1) {
      const broken = await scene(target, MADE_HERE);
      const lived = await dyingAt(broken.home, ['replay', 'mine'], entry);
      if (lived) {
        // Begin, and intent and receipt of three steps at the least.
        expect(entry).toBeGreaterThan(7);
        break;
      }
      const { code, stdout, stderr } = await replay(broken.home);
      expect(code, `after entry ${entry}: ${stderr}`).toBe(0);
      expect(lastOf(stdout)).toMatchObject({ type: 'outcome', exitCode: 0 });
      expect(await endOf(broken), `after entry ${entry}`).toEqual(wanted);
      expect(sent(await broken.sandbox.changes()), `after entry ${entry}`).toEqual(changes);
    }
  });
});

async function pairIn(home: Home, name: string): Promise<OpensslPair> {
  const folder = join(home.folder, name);
  await mkdir(folder);
  return await opensslPair(folder, 'www.contoso.com');
}

describe.each([
  ['AKS', AKS, 'PUT aks-prod'],
  ['ACI', ACI, 'PATCH scorer'],
])('a renewal with new files, killed at every entry of the journal: %s', (_name, target, change) => {
  it('ends when it is run again, and sends nothing twice', { timeout: LIMIT }, async () => {
    for (let entry = 1; ; entry += 1) {
      const home = await freshHome();
      const [first, next] = [await pairIn(home, 'first'), await pairIn(home, 'next')];
      const place = async ({ certFile, keyFile }: OpensslPair) => {
        await copyFile(certFile, join(home.folder, 'cert.pem'));
        await copyFile(keyFile, join(home.folder, 'key.pem'));
      };
      await writeFile(join(home.folder, 'trust.pem'), (await readFile(first.trustFile, 'utf8')) + (await readFile(next.trustFile, 'utf8')));
      const files = 'certificate: { plugin: pem, certFile: ./cert.pem, keyFile: ./key.pem, trust: ./trust.pem }';
      await writeProfile(home, target, `domain: { kind: custom, fqdn: www.contoso.com }\n    ${files}\n    dns: { plugin: practice }`);
      const sandbox = await startSandboxBin(home, SPEED);
      await place(first);
      expect((await replay(home)).code).toBe(0);
      await sandbox.changes();

      await place(next);
      const lived = await dyingAt(home, ['renew', 'mine'], entry);
      if (!lived) {
        const { code, stdout, stderr } = await home.run(['renew', 'mine', '--format', 'ndjson']);
        expect(code, `after entry ${entry}: ${stderr}`).toBe(0);
        expect(lastOf(stdout)).toMatchObject({ type: 'outcome', exitCode: 0 });
      }
      expect(sent(await sandbox.changes()), `after entry ${entry}`).toEqual([change]);
      const { services } = await sandbox.state();
      const front = services.find(({ name, computeName }) => (target === ACI ? name === 'scorer' : computeName === 'aks-prod'));
      expect(await sandbox.servedFingerprint(front?.connect ?? '', 'www.contoso.com'), `after entry ${entry}`).toBe(next.fingerprint);
      if (lived) {
        // Begin, intent and receipt of the deployment, outcome.
        expect(entry).toBeGreaterThan(4);
        break;
      }
    }
  });
});

describe('killed while an answer is held back', () => {
  async function heldBack(target: string, match: string, changes: readonly string[]): Promise<void> {
    const home = await freshHome();
    const pair = await opensslPair(home.folder, 'www.contoso.com');
    const files = `certificate: { plugin: pem, certFile: '${pair.certFile}', keyFile: '${pair.keyFile}', trust: '${pair.trustFile}' }`;
    await writeProfile(home, target, `domain: { kind: custom, fqdn: www.contoso.com }\n    ${files}\n    dns: { plugin: practice }`);
    const sandbox = await startSandboxBin(home, SPEED);
    await sandbox.control('PUT', '/faults', [{ match, delayMs: 120_000, times: 1 }]);
    const terminal = home.open(['replay', 'mine', '--plain', '--yes']);
    await expect.poll(async () => JSON.stringify(await sandbox.control('GET', '/requests')), { timeout: 20_000 }).toMatch(/"method":"(?:PUT|PATCH)"/);
    terminal.kill('SIGKILL');
    await terminal.exited;

    const { code, stdout, stderr } = await replay(home);
    expect(code, stderr).toBe(0);
    expect(lastOf(stdout)).toMatchObject({ status: 'done' });
    expect(sent(await sandbox.changes())).toEqual(changes);
    const { services } = await sandbox.state();
    const front = services.find(({ name, computeName }) => (name === 'scorer' ? target === ACI : computeName === 'aks-prod' && target === AKS));
    expect(await sandbox.servedFingerprint(front?.connect ?? '', 'www.contoso.com')).toBe(pair.fingerprint);
  }

  it('on AKS', { timeout: LIMIT }, () => heldBack(AKS, 'PUT .*/computes/aks-prod', ['PUT aks-prod']));
  it('on ACI', { timeout: LIMIT }, () => heldBack(ACI, 'PATCH .*/services/scorer', ['PATCH scorer']));
});
