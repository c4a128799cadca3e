import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshHome, type Home } from '../helpers/bin.ts';
import { dyingAt } from '../helpers/dying.ts';
import { type SandboxBin, startSandboxBin } from '../helpers/sandbox-bin.ts';

const LIMIT = 240_000;
const OWN = 'own.contoso.com';
const SEED = {
  clusters: [{ name: 'c1' }, { name: 'c2' }],
  computes: [
    { name: 'micro', cluster: 'c1', tls: { kind: 'microsoft', leafDomainLabel: 'contoso', daysLeft: 20 } },
    { name: 'own', cluster: 'c2', tls: { kind: 'custom', fqdn: OWN } },
  ],
  services: [
    { kind: 'aks', name: 's1', compute: 'micro' },
    { kind: 'aks', name: 's2', compute: 'own' },
    { kind: 'aci', name: 'scorer', tls: { kind: 'custom', fqdn: OWN } },
  ],
};
const aks = (computeName: string, clusterName: string) => ({ plugin: 'aks-attach', computeName, clusterResourceGroup: 'rg-practice', clusterName });
const PROFILES = {
  micro: { environment: 'sandbox', target: aks('micro', 'c1'), domain: { kind: 'microsoft', leafDomainLabel: 'contoso' } },
  own: { environment: 'sandbox', target: aks('own', 'c2'), domain: { kind: 'custom', fqdn: OWN }, certificate: { plugin: 'self-signed' } },
  aci: { environment: 'sandbox', target: { plugin: 'aci', serviceName: 'scorer' }, domain: { kind: 'custom', fqdn: OWN } },
};

async function scene(): Promise<{ readonly home: Home; readonly sandbox: SandboxBin }> {
  const home = await freshHome();
  const seed = join(home.folder, 'seed.json');
  await writeFile(seed, JSON.stringify(SEED));
  await writeFile(join(home.folder, 'amltls.config.yaml'), JSON.stringify({ version: 1, profiles: PROFILES }), { mode: 0o600 });
  return { home, sandbox: await startSandboxBin(home, ['--speed', '3000', '--seed', seed]) };
}

async function run(home: Home, args: readonly string[]) {
  const { code, stdout, stderr } = await home.run([...args, '--format', 'ndjson']);
  return { code, stderr, stdout, last: JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') };
}

describe('a forced renewal, killed at every entry of the journal', () => {
  it('ends with another certificate when it is run again; only this may be asked for twice, and that is said', { timeout: LIMIT }, async () => {
    for (let entry = 1; ; entry += 1) {
      const { home, sandbox } = await scene();
      const served = async () => {
        const front = (await sandbox.state()).services.find(({ name, computeName }) => name === null && computeName === 'micro');
        return await sandbox.servedFingerprint(front?.connect ?? '', front?.sni ?? '');
      };
      const before = await served();
      const lived = await dyingAt(home, ['renew', 'micro'], entry);
      if (!lived) {
        const again = await run(home, ['renew', 'micro']);
        expect(again, `after entry ${entry}: ${again.stderr}`).toMatchObject({ code: 0, last: { type: 'outcome', status: 'done' } });
        const asked = (await sandbox.changes()).filter(({ body }) => JSON.stringify(body)?.includes('"renew":true') === true);
        expect([1, 2], `after entry ${entry}`).toContain(asked.length);
        if (asked.length === 2) expect(again.stdout, `after entry ${entry}`).toContain('asked for before');
      }
      expect(await served(), `after entry ${entry}`).not.toBe(before);
      if (lived) {
        // Intent and receipt at the least.
        expect(entry).toBeGreaterThan(2);
        break;
      }
    }
  });
});

describe.each([
  ['AKS', 'own', 'PUT own'],
  ['ACI', 'aci', 'PATCH scorer'],
])('disable, killed at every entry of the journal: %s', (_name, profile, change) => {
  it('is off when it is run again, and sent once', { timeout: LIMIT }, async () => {
    for (let entry = 1; ; entry += 1) {
      const { home, sandbox } = await scene();
      const lived = await dyingAt(home, ['disable', profile, '--yes'], entry);
      if (!lived) {
        const again = await run(home, ['disable', profile, '--yes']);
        expect(again, `after entry ${entry}: ${again.stderr}`).toMatchObject({ code: 0, last: { type: 'outcome' } });
      }
      expect(
        (await sandbox.changes()).map(({ method, path }) => `${method} ${path.split('/').at(-1)}`),
        `after entry ${entry}`,
      ).toEqual([change]);
      const secured = (await sandbox.state()).services.filter(({ scoringUri }) => scoringUri?.startsWith('https:') === true).map(({ name }) => name);
      expect(secured, `after entry ${entry}`).not.toContain(profile === 'own' ? 's2' : 'scorer');
      if (lived) {
        expect(entry).toBeGreaterThan(2);
        break;
      }
    }
  });
});
