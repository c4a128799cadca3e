import { X509Certificate } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readLook, standingOf } from '../../../../src/core/check/last-look.ts';
import { createFiles } from '../../../../src/plugins/shared/local/index.ts';
import { widthOf } from '../../../../src/ui/text/width.ts';
import { startSandbox, type TestSandbox } from '../../../helpers/sandbox.ts';
import { testCa } from '../../../helpers/test-ca.ts';
import { tlsServer } from '../../../helpers/tls-server.ts';
import { createPlace, type Place } from '../../fake-host.ts';

const SEED = `
clusters: [{ name: c1 }, { name: c2 }, { name: c3 }]
computes:
  - { name: good, cluster: c1, tls: { kind: custom, fqdn: good.contoso.com, daysLeft: 150 } }
  - { name: micro, cluster: c2, tls: { kind: microsoft, leafDomainLabel: contoso, daysLeft: 20 } }
  - { name: plain, cluster: c3 }
services:
  - { kind: aks, name: s1, compute: good }
  - { kind: aks, name: s2, compute: micro }
  - { kind: aks, name: s3, compute: plain }
zones:
  - { zone: contoso.com, records: [{ name: good, type: A, data: 203.0.113.10 }] }
`;
const aks = (compute: string, cluster: string) =>
  `environment: sandbox, target: { plugin: aks-attach, computeName: ${compute}, clusterResourceGroup: rg-practice, clusterName: ${cluster} }`;
const FILE = `version: 1
profiles:
  good: { ${aks('good', 'c1')}, domain: { kind: custom, fqdn: good.contoso.com } }
  micro: { ${aks('micro', 'c2')}, domain: { kind: microsoft, leafDomainLabel: contoso } }
  plain: { ${aks('plain', 'c3')}, domain: { kind: custom, fqdn: plain.contoso.com } }
  off: { ${aks('plain', 'c3')}, domain: { kind: none } }
  gone: { ${aks('gone', 'c3')}, domain: { kind: custom, fqdn: gone.contoso.com } }
`;

let sandbox: TestSandbox;
let place: Place;
const run = (...argv: readonly string[]) => place.run(['check', ...argv, '--state-dir', sandbox.stateDir]);
const json = async (...argv: readonly string[]) => JSON.parse((await run(...argv, '--format', 'json')).out);
const codesOf = (endpoint: { findings: readonly { code: string; severity: string }[] }) => endpoint.findings.map((each) => `${each.code} ${each.severity}`);

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'amltls-seed-'));
  await writeFile(join(folder, 'seed.yaml'), SEED);
  sandbox = await startSandbox({ seedFile: join(folder, 'seed.yaml'), speed: 1 });
  await rm(folder, { recursive: true });
});
afterAll(() => sandbox[Symbol.asyncDispose]());
beforeEach(async () => {
  place = await createPlace();
  await writeFile(join(place.cwd, 'amltls.config.yaml'), FILE, { mode: 0o600 });
});
afterEach(() => place[Symbol.asyncDispose]());

describe('check of profiles', () => {
  it('is one document, exactly as cli.md has it', async () => {
    const document = await json('good');
    expect(Object.keys(document)).toEqual(['schema', 'endpoints']);
    expect(document).toMatchObject({ schema: 'amltls/check/1', endpoints: [{ profile: 'good', host: 'good.contoso.com', addresses: ['203.0.113.10'] }] });
    const [endpoint] = document.endpoints;
    expect(Object.keys(endpoint)).toEqual(['profile', 'host', 'addresses', 'served', 'expected', 'daysLeft', 'findings']);
    expect(endpoint).toMatchObject({ expected: null, daysLeft: 149, findings: [] });
    expect(endpoint.served).toMatchObject({ protocol: 'TLSv1.2', fingerprintSha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect((await run('good')).code).toBe(0);
  });

  it('says what is wrong with each, and one does not hold up the others', async () => {
    const document = await json('--all');
    const found = Object.fromEntries(document.endpoints.map((each: Parameters<typeof codesOf>[0] & { profile: string }) => [each.profile, codesOf(each)]));
    expect(found).toEqual({
      good: [],
      micro: ['expires-soon error'],
      plain: ['scoring-uri-http error', 'dns-record-missing error'],
      off: ['tls-off info'],
      gone: ['name-not-found error', 'resource-missing error'],
    });
    expect((await run('--all')).code).toBe(3);
    expect((await run('off', 'good')).code).toBe(0);
  });

  it('compares DNS with the address of the service', async () => {
    await sandbox.records([{ zone: 'contoso.com', name: 'plain', type: 'A', data: '203.0.113.10' }]);
    // A resolver may still remember that there was nothing.
    await sandbox.advance(400_000);
    const [endpoint] = (await json('plain')).endpoints;
    expect(codesOf(endpoint)).toContain('dns-elsewhere error');
    expect(JSON.stringify(endpoint.findings)).toContain('plain.contoso.com A 203.0.113.12');
  });

  it('looks, and trusts the CA of the profile, where the certificate files are gone', async () => {
    await writeFile(join(place.cwd, 'ca.pem'), (await testCa()).root.certPem);
    const parts = `${aks('good', 'c1')}, domain: { kind: custom, fqdn: good.contoso.com }`;
    const certificate = '{ plugin: pem, certFile: gone.pem, keyFile: gone.key, trust: ca.pem }';
    await writeFile(join(place.cwd, 'amltls.config.yaml'), `version: 1\nprofiles: { good: { ${parts}, certificate: ${certificate} } }\n`, { mode: 0o600 });
    expect((await json('good')).endpoints).toMatchObject([{ daysLeft: 149, expected: null, findings: [] }]);
  });

  it('takes other limits, and refuses what is no number', async () => {
    expect((await run('good', '--warn-days', '200')).out).toContain('expires-soon');
    expect((await run('good', '--warn-days', '200')).code).toBe(0);
    expect((await run('good', '--error-days', '200')).code).toBe(3);
    expect((await run('good', '--error-days', 'soon')).code).toBe(2);
  });

  it('goes on without Azure where the name is known, and says so', async () => {
    await sandbox.faults([{ match: 'GET .*/computes/good.*', status: 403 }]);
    const [endpoint] = (await json('good')).endpoints;
    await sandbox.faults([]);
    expect(codesOf(endpoint)).toEqual(['azure-not-asked warning']);
    expect(endpoint.daysLeft).toBe(149);
  });

  it('remembers a Microsoft name, so that it can be looked at while Azure does not answer', async () => {
    await run('micro');
    await sandbox.faults([{ match: 'GET .*/computes/micro.*', status: 403 }]);
    const [endpoint] = (await json('micro')).endpoints;
    await sandbox.faults([]);
    expect(codesOf(endpoint)).toEqual(['expires-soon error', 'azure-not-asked warning']);
  });

  it('remembers what it saw for the home screen', async () => {
    await run('good', 'micro');
    const look = (profile: string) =>
      readLook(createFiles(), join(place.home, '.local', 'state', 'amltls'), {
        profile,
        profileFile: join(place.cwd, 'amltls.config.yaml'),
        environment: 'sandbox',
      });
    const [good, micro] = [await look('good'), await look('micro')];
    expect(good).toMatchObject({ host: 'good.contoso.com', severity: 'ok', codes: [], practice: true });
    expect(micro).toMatchObject({ severity: 'error', codes: ['expires-soon'] });
    expect(good && standingOf(good, 0)).toEqual({ daysLeft: 149, due: false });
    expect(micro && standingOf(micro, 0)).toEqual({ daysLeft: 19, due: true });
    const folder = join(place.home, '.local', 'state', 'amltls', 'looks');
    const [file = ''] = await readdir(folder);
    if (process.platform !== 'win32') expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
  });
});

describe('check in text', () => {
  it.each(['en', 'ja'])('fits 80 columns: %s', async (language) => {
    const { out } = await run('--all', '--lang', language);
    const lines = out.trimEnd().split('\n');
    expect(lines.filter((line) => widthOf(line) > 80)).toEqual([]);
    expect(lines.some((line) => /good +good\.contoso\.com +149 +\d{4}-\d\d-\d\d +1\.2$/.test(line))).toBe(true);
  });
});

describe('check as NDJSON', () => {
  it('tells each endpoint as it is known, the outcome last', async () => {
    const lines = (await run('good', 'off', '--format', 'ndjson')).out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ type }) => type)).toEqual(['endpoint', 'endpoint', 'outcome']);
    for (const line of lines) expect(line).toMatchObject({ type: expect.any(String), at: expect.stringMatching(/^\d{4}-.*Z$/) });
    expect(lines.at(-1)).toMatchObject({ status: 'unchanged', exitCode: 0 });
  });
});

describe('check of a host', () => {
  it('looks at any host, with a private CA', async () => {
    const ca = await testCa();
    const now = Date.now();
    const leaf = await ca.leaf({ names: ['localhost'], from: now - 86_400_000, to: now + 80 * 86_400_000 });
    const port = await tlsServer({ cert: leaf.certPem + ca.intermediate.certPem, key: leaf.keyPem });
    await writeFile(join(place.cwd, 'ca.pem'), ca.root.certPem);
    const ran = await place.run(['check', '--host', `localhost:${port}`, '--trust', 'ca.pem', '--format', 'json']);
    expect(ran.code).toBe(0);
    const fingerprint = new X509Certificate(leaf.certPem).fingerprint256.replaceAll(':', '').toLowerCase();
    expect(JSON.parse(ran.out).endpoints).toMatchObject([
      { profile: null, host: 'localhost', served: { fingerprintSha256: fingerprint }, daysLeft: 79, findings: [] },
    ]);
    const untrusted = await place.run(['check', '--host', `localhost:${port}`]);
    expect(untrusted.code).toBe(3);
    expect(untrusted.out).toContain('untrusted-root');
  });

  it('ends when its time is up, and says so', async () => {
    const server = createServer(() => undefined).listen(0, '127.0.0.1');
    const address = await new Promise<number>((done) => server.once('listening', () => done((server.address() as { port: number }).port)));
    const ran = await place.run(['check', '--host', `127.0.0.1:${address}`, '--timeout', '200ms', '--format', 'json']);
    server.close();
    expect(ran.code).toBe(3);
    expect(codesOf(JSON.parse(ran.out).endpoints[0])).toEqual(['check-timeout error']);
  });

  it.each(['https://www.contoso.com', 'a b', ''])('refuses %j', async (host) => {
    expect((await place.run(['check', '--host', host])).code).toBe(2);
  });
});
