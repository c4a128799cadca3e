import { generateKeyPairSync } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPlace, type Place } from '../../fake-host.ts';
import { fakePlugins } from '../../fake-plugins.ts';

const { privateKey } = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const JWT = `eyJhbGciOiJSUzI1NiJ9.${'a'.repeat(40)}.${'b'.repeat(40)}`;
const CANARIES = {
  passphrase: 'canary-passphrase-1',
  variable: 'canary-variable-2',
  clientSecret: 'canary8Q~client-secret-3',
  proxy: 'canary-proxy-4',
  webhook: 'canary-webhook-5',
  argument: 'canary-argument-6',
  operation: 'canary-operation-7',
  scoringKey: 'canary-scoring-key-8',
  tsig: 'canary-tsig-9',
  logged: 'canary-logged-10',
  practiceKey: 'canary-own-folder-11',
};
const ENV = {
  AMLTLS_GROUP: CANARIES.variable,
  AZURE_CLIENT_SECRET: CANARIES.clientSecret,
  HTTPS_PROXY: `http://user:${CANARIES.proxy}@proxy.contoso.com:8080`,
  MY_PASSWORD: CANARIES.logged,
};
const FILE = `version: 1
hooks: { onFailure: [{ webhook: "https://hooks.contoso.com/${CANARIES.webhook}" }, { command: [notify, --to, ${CANARIES.argument}] }] }
profiles:
  one:
    environment: azure
    azure: { resourceGroup: "\${env:AMLTLS_GROUP}", subscriptionId: s, workspace: w }
    target: { plugin: mine, computeName: aks-prod, tsigSecret: ${CANARIES.tsig} }
    certificate: { plugin: mine, keyPassphrase: ${CANARIES.passphrase} }
    domain: { kind: custom, fqdn: www.contoso.com }
`;
const LINES = [
  {
    at: 1,
    type: 'receipt',
    change: 'a',
    receipt: { sslKey: privateKey, primaryKey: CANARIES.scoringKey, note: `-----BEGIN RSA PRIVATE KEY-----\n${'x'.repeat(64)}` },
  },
  { at: 2, type: 'operation', change: 'a', url: `https://management.azure.com/op/1?api-version=1&t=${CANARIES.operation}` },
  { at: 3, type: 'failed', change: 'a', problem: `Bearer ${JWT} and ${CANARIES.logged} through http://user:${CANARIES.proxy}@proxy` },
];

let place: Place;
const state = (...parts: readonly string[]) => join(place.home, '.local/state/amltls', ...parts);
const run = (argv: readonly string[]) => place.run(argv, { env: ENV }, fakePlugins());

beforeEach(async () => {
  place = await createPlace();
  await writeFile(join(place.cwd, 'amltls.config.yaml'), FILE, { mode: 0o600 });
  for (const folder of [state('records', 'aks-prod-1'), state('sandbox', 'runs', 'records', 'p-1'), state('profiles', 'one')]) {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'journal.ndjson'), LINES.map((line) => JSON.stringify(line)).join('\n'));
  }
  await writeFile(state('profiles', 'one', 'key.pem'), `${privateKey}${CANARIES.practiceKey}`);
  await writeFile(
    state('last-log.ndjson'),
    `{"level":"info","words":"az said ${CANARIES.clientSecret}"}\nnot json ${privateKey} ${JWT} --password=${CANARIES.passphrase}\n`,
  );
});
afterEach(() => place[Symbol.asyncDispose]());

describe('report', () => {
  it('holds what a bug report needs, for its owner only, and says where it lies', async () => {
    const ran = await run(['report']);
    expect(ran.code).toBe(0);
    const file = ran.out.trim();
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
    const bundle = JSON.parse(await readFile(file, 'utf8'));
    expect(bundle).toMatchObject({
      schema: 'amltls/report-bundle/1',
      versions: { amltls: expect.any(String), node: expect.any(String) },
      configuration: {
        profiles: { one: { 'domain.fqdn': 'www.contoso.com', 'azure.resourceGroup': expect.stringContaining('AMLTLS_GROUP') } },
        hooks: [{ webhook: 'https://hooks.contoso.com' }, { command: 'notify' }],
      },
      records: [{ record: 'aks-prod-1', journal: [{ change: 'a' }, { type: 'operation' }, { type: 'failed' }] }],
      practiceRecords: [{ record: 'p-1' }],
      log: [{ level: 'info' }, expect.any(String)],
    });
    expect(bundle.variables).toContain('AZURE_CLIENT_SECRET');
  });

  it('lets no key, token or passphrase survive', async () => {
    const text = await readFile(JSON.parse((await run(['report', '--format', 'json'])).out).file, 'utf8');
    const secrets = { ...CANARIES, jwt: JWT, key: privateKey.split('\n')[1] ?? '' };
    for (const [name, secret] of Object.entries(secrets)) expect(text.includes(secret), name).toBe(false);
    expect(text).not.toContain('PRIVATE KEY-----');
  });

  it('works with a wrong profile file, and says what is wrong', async () => {
    await writeFile(join(place.cwd, 'amltls.config.yaml'), `version: 1\nprofiles: { one: { taget: { password: ${CANARIES.passphrase} } } }\n`, { mode: 0o600 });
    const text = await readFile((await run(['report'])).out.trim(), 'utf8');
    expect(JSON.parse(text).configuration.faults).toMatchObject([{ place: 'profiles.one.taget' }]);
    expect(text).not.toContain(CANARIES.passphrase);
  });

  it('has the log of the last run that failed', async () => {
    expect((await run(['replay', 'none'])).code).toBe(2);
    const { log } = JSON.parse(await readFile((await run(['report'])).out.trim(), 'utf8'));
    expect(log).toMatchObject([
      { words: 'start', details: { command: 'replay' } },
      { words: 'problem', details: { code: 'profile-unknown' } },
    ]);
  });

  it('keeps five and no more', async () => {
    for (let count = 0; count < 7; count += 1) await run(['report']);
    expect(await readdir(state('reports'))).toHaveLength(5);
  });
});
