import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshHome } from '../helpers/bin.ts';
import { opensslPair } from '../helpers/openssl-pair.ts';
import { type Announcement, startSandboxBin } from '../helpers/sandbox-bin.ts';

const FQDN = 'www.contoso.com';

/** As the vault's own REST API takes it. */
async function store({ armEndpoint, caFile, token }: Announcement, value: string): Promise<number> {
  const outgoing = request(new URL('/secrets/tls?api-version=7.5', armEndpoint), {
    method: 'PUT',
    ca: await readFile(caFile, 'utf8'),
    headers: { 'x-practice-vault': 'contoso.vault.azure.net', authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  });
  outgoing.end(JSON.stringify({ value, contentType: 'application/x-pem-file' }));
  const [response] = await once(outgoing, 'response');
  response.resume();
  return response.statusCode;
}

describe('a certificate in a Key Vault, from outside', () => {
  it('is deployed and renewed by its URL, and lies in no file of this computer', { timeout: 120_000 }, async () => {
    const home = await freshHome();
    const { info, state, servedFingerprint } = await startSandboxBin(home, ['--speed', '2000']);
    const url = 'keyvault:https://contoso.vault.azure.net/certificates/tls';
    const profile = `version: 1
profiles:
  one:
    environment: sandbox
    target: { plugin: aks-attach, computeName: aks-prod, clusterResourceGroup: rg-practice, clusterName: aks1 }
    domain: { kind: custom, fqdn: ${FQDN} }
    certificate: { plugin: pem, certFile: '${url}', keyFile: '${url}', trust: ./trust.pem }
    dns: { plugin: practice }
`;
    await writeFile(join(home.folder, 'amltls.config.yaml'), profile, { mode: 0o600 });
    const keys: string[] = [];
    /** A new version of the secret; the files that it came from go. */
    const buy = async () => {
      const { certFile, keyFile, trustFile, fingerprint } = await opensslPair(home.folder, FQDN);
      const key = await readFile(keyFile, 'utf8');
      keys.push(key.split('\n')[1] ?? expect.unreachable('no key'));
      expect(await store(info, key + (await readFile(certFile, 'utf8')))).toBe(200);
      await writeFile(join(home.folder, 'trust.pem'), await readFile(trustFile));
      for (const name of readdirSync(home.folder)) if (/\.(?:key|srl|csr|ext)$|^(?:key|cert|leaf|int|root)\.pem$/.test(name)) await rm(join(home.folder, name));
      return fingerprint;
    };
    const amltls = async (...args: string[]) => {
      const { code, stdout, stderr } = await home.run([...args, '--format', 'json', '--log-level', 'debug', '--log-file', 'log.txt']);
      expect(keys.filter((key) => (stdout + stderr).includes(key))).toEqual([]);
      return { code, ...(JSON.parse(stdout) as { profiles: readonly { status: string }[] }) };
    };
    const served = async () => servedFingerprint((await state()).services.find(({ computeName }) => computeName === 'aks-prod')?.connect ?? '', FQDN);

    const first = await buy();
    expect(await amltls('replay', 'one')).toMatchObject({ code: 0, profiles: [{ status: 'done' }] });
    expect(await served()).toBe(first);
    const second = await buy();
    expect(await amltls('renew', 'one')).toMatchObject({ code: 0, profiles: [{ status: 'done' }] });
    expect(await served()).toBe(second);

    // The practice Azure keeps what was given to it, as Azure does.
    const files = readdirSync(home.folder, { recursive: true, withFileTypes: true }).filter(
      (each) => each.isFile() && !each.parentPath.startsWith(home.stateDir),
    );
    const texts = files.map((each) => readFileSync(join(each.parentPath, each.name), 'latin1')).join('\n');
    expect(keys.filter((key) => texts.includes(key))).toEqual([]);
  });
});
