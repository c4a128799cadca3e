import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshHome, type Ran } from '../helpers/bin.ts';
import { opensslPair } from '../helpers/openssl-pair.ts';
import { startSandboxBin } from '../helpers/sandbox-bin.ts';

const LIMIT = 120_000;
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/** A practice Azure of its own, and a profile file: `own` on ACI, `ms` and `off` on AKS, `nobody` that nothing is known of. */
async function desk() {
  const home = await freshHome();
  const { certFile, keyFile, trustFile, fingerprint } = await opensslPair(home.folder, 'www.contoso.com');
  const aks = 'target: { plugin: aks-attach, computeName: aks-prod, clusterResourceGroup: rg-practice, clusterName: aks1 }';
  await writeFile(
    join(home.folder, 'amltls.config.yaml'),
    `version: 1
profiles:
  own:
    environment: sandbox
    target: { plugin: aci, serviceName: scorer }
    domain: { kind: custom, fqdn: www.contoso.com }
    certificate: { plugin: pem, certFile: '${certFile}', keyFile: '${keyFile}', trust: '${trustFile}' }
    dns: { plugin: practice }
  ms: { environment: sandbox, ${aks}, domain: { kind: microsoft, leafDomainLabel: contoso } }
  nobody: { environment: sandbox, target: { plugin: aci, serviceName: nobody }, domain: { kind: custom, fqdn: nobody.contoso.com } }
`,
    { mode: 0o600 },
  );
  const sandbox = await startSandboxBin(home, ['--speed', '3000']);
  return { home, sandbox, fingerprint, certFile, keyFile, trustFile };
}

const linesOf = ({ stdout }: Ran): readonly Record<string, unknown>[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Each command that hands out data: arguments, the schema's command, the exit code. */
const DATA: readonly (readonly [args: string, schema: string, exitCode: number])[] = [
  ['plan own', 'plan', 0],
  ['plan own nobody', 'plan', 2],
  ['plan ms --migrate', 'plan', 0],
  ['replay own --changed-exit-code 7', 'replay', 7],
  ['replay own --changed-exit-code 7', 'replay', 0],
  ['replay own nobody', 'replay', 2],
  ['replay nowhere', 'replay', 2],
  ['renew own', 'renew', 0],
  ['renew own --rollback', 'renew', 2],
  ['renew own --due --waiting-exit-code 9', 'renew', 0],
  ['check own', 'check', 0],
  ['check --all', 'check', 3],
  ['check --host localhost:1', 'check', 3],
  ['watch', 'watch', 0],
  ['watch renewal own', 'watch', 2],
  ['watch dns own', 'watch', 0],
  ['watch dns --sandbox --name www.contoso.com --expect 203.0.113.99 --timeout 1m', 'watch', 3],
  ['watch dns --name www.contoso.com', 'watch', 2],
  ['disable own', 'disable', 2],
  ['disable own --yes', 'disable', 0],
  ['cert inspect cert.pem', 'cert-inspect', 0],
  ['cert inspect nowhere.pem', 'cert-inspect', 2],
  ['cert lint cert.pem --key key.pem --host www.contoso.com --rules private', 'cert-lint', 0],
  ['cert lint cert.pem --host api.contoso.com', 'cert-lint', 3],
  ['cert lint cert.pem --chain-only --host www.contoso.com --at 2027-01-01 --trust root.pem', 'cert-lint', 0],
  ['cert lint cert.pem --chain-only --host api.contoso.com --at 2027-01-01 --trust root.pem', 'cert-lint', 3],
  ['cert convert cert.pem key.pem --out FRESH', 'cert-convert', 0],
  ['cert self-signed dev.contoso.com --out FRESH', 'cert-self-signed', 0],
  ['cert csr dev.contoso.com --out FRESH --no-wait', 'cert-csr', 0],
  ['profile list', 'profile-list', 0],
  ['profile show own', 'profile-show', 0],
  ['profile validate', 'profile-validate', 0],
  ['profile copy own FRESH', 'profile-copy', 0],
  ['profile edit nobody --set domain.fqdn=none.contoso.com', 'profile-edit', 0],
  ['profile rename nobody somebody', 'profile-rename', 0],
  ['profile rename somebody nobody', 'profile-rename', 0],
  ['profile trust --yes', 'profile-trust', 0],
  ['profile remove nowhere --yes', 'profile-remove', 2],
  ['plugin list', 'plugin-list', 0],
  ['plugin new dns FRESH', 'plugin-new', 0],
  ['plugin trust ./nowhere', 'plugin-trust', 2],
  ['schedule own', 'schedule', 0],
  ['doctor --sandbox', 'doctor', 0],
  ['report', 'report', 0],
  ['learn --list', 'learn', 0],
  ['explain expired', 'explain', 0],
  ['explain nothing-known', 'explain', 2],
  ['explain', 'explain', 2],
  ['cert lint --unheard-of cert.pem', 'cert-lint', 2],
  ['unheard-of', 'amltls', 2],
];

describe('what scripts read', () => {
  it.each(['json', 'ndjson'] as const)('is data alone on stdout, from every command that has any (%s)', { timeout: LIMIT }, async (format) => {
    const { home } = await desk();
    for (const [at, [line, schema, exitCode]] of DATA.entries()) {
      const args = line.replace('FRESH', `fresh-${at}`).split(' ');
      const ran = await home.run([...args, '--format', format]);
      const told = `${line}\n${ran.stdout}\n${ran.stderr}`;
      expect(ran.code, told).toBe(exitCode);
      const lines = linesOf(ran);
      if (format === 'json') {
        expect(lines, told).toHaveLength(1);
        expect(lines[0], told).toMatchObject({ schema: `amltls/${schema}/1` });
      } else {
        for (const each of lines) expect(each, told).toMatchObject({ type: expect.any(String), at: expect.stringMatching(ISO) });
        for (const each of lines) expect(each['profile'] === null || typeof each['profile'] === 'string', told).toBe(true);
        expect(lines.at(-1), told).toMatchObject({ type: 'outcome', exitCode, status: expect.stringMatching(/^(?:done|unchanged|waiting|failed)$/) });
      }
      // What went wrong is data, and words for a person.
      if (exitCode === 2) expect(`${lines.length === 0 ? '' : JSON.stringify(lines)}`, told).toMatch(/"problem":\{"code":"[a-z0-9-]+","severity":"error"/);
      if (exitCode === 2) expect(ran.stderr, told).toContain('→');
    }
  });
});

describe('the documents', () => {
  it('of check and lint have the fields that are written down', { timeout: LIMIT }, async () => {
    const { home, fingerprint } = await desk();
    expect((await home.run(['replay', 'own'])).code).toBe(0);
    const checked = JSON.parse((await home.run(['check', 'own', 'nobody', '--format', 'json'])).stdout);
    const [own, nobody] = checked.endpoints;
    expect(Object.keys(own)).toEqual(['profile', 'host', 'addresses', 'served', 'expected', 'daysLeft', 'findings']);
    expect(Object.keys(own.served).slice(0, 7)).toEqual(['fingerprintSha256', 'serial', 'subject', 'issuer', 'notBefore', 'notAfter', 'protocol']);
    expect(own).toMatchObject({
      profile: 'own',
      host: 'www.contoso.com',
      addresses: ['203.0.113.11'],
      served: {
        fingerprintSha256: fingerprint,
        serial: expect.stringMatching(/^[0-9a-f]+$/),
        notAfter: expect.stringMatching(ISO),
        protocol: expect.stringMatching(/^TLSv1\.[23]$/),
      },
      expected: { fingerprintSha256: fingerprint },
      daysLeft: 364,
      findings: [],
    });
    expect(nobody).toMatchObject({ profile: 'nobody', served: null, expected: null, daysLeft: null });
    for (const finding of nobody.findings)
      expect(finding).toMatchObject({
        code: expect.stringMatching(/^[a-z0-9-]+$/),
        severity: expect.stringMatching(/^(?:error|warning|info)$/),
        subject: expect.any(String),
        message: expect.any(String),
        next: expect.any(Array),
      });

    const chain = ['--chain-only', '--at', '2027-01-01', '--trust', 'root.pem', '--format', 'json'];
    const [right, wrong] = await Promise.all(
      ['www.contoso.com', 'api.contoso.com'].map(async (host) => JSON.parse((await home.run(['cert', 'lint', 'cert.pem', '--host', host, ...chain])).stdout)),
    );
    expect(right).toMatchObject({ files: [{ file: 'cert.pem', findings: [] }], verdict: 'accept' });
    expect(wrong).toMatchObject({ files: [{ file: 'cert.pem', findings: [{ code: 'name-not-covered', severity: 'error' }] }], verdict: 'reject' });
  });

  it('stand on stdout with results alone, in text too; progress and notes stand on stderr', { timeout: LIMIT }, async () => {
    const { home } = await desk();
    const ran = await home.run(['replay', 'own']);
    expect(ran.stdout).toMatch(/^\S Done\.\n/);
    expect(ran.stdout).not.toContain('started');
    expect(ran.stderr).toContain('Deploy: started');
    for (const args of [['--version'], ['cert', 'inspect', 'cert.pem'], ['plan', 'own'], ['explain', 'expired'], ['schedule', 'own', '--for', 'kubernetes']]) {
      const { code, stdout, stderr } = await home.run(args);
      expect([args[0], code, stdout === '', stderr.includes('\u001b')]).toEqual([args[0], 0, false, false]);
    }
    expect((await home.run(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    const alone = await home.run([]);
    expect([alone.code, alone.stdout]).toEqual([2, '']);
    expect(alone.stderr).toContain('Usage: amltls');
  });
});

describe('the exit code', () => {
  it('tells who refused: the service, a permission, the clock, a signal', { timeout: LIMIT }, async () => {
    const { home, sandbox } = await desk();
    const faulty = async (faults: readonly object[], args: readonly string[]) => {
      await sandbox.control('PUT', '/faults', faults);
      const { code, stdout } = await home.run([...args, '--format', 'json']);
      await sandbox.control('PUT', '/faults', []);
      return [code, JSON.parse(stdout).profiles[0].problem?.code];
    };
    expect(await faulty([{ match: 'PATCH .*/services/scorer.*', status: 409 }], ['replay', 'own'])).toEqual([1, 'conflict']);
    expect(await faulty([{ match: 'GET .*/services/scorer.*', status: 403 }], ['replay', 'own'])).toEqual([4, 'permission-denied']);
    expect(await faulty([{ match: 'PATCH .*/services/scorer.*', status: 429, headers: { 'Retry-After': '1' }, times: 2 }], ['replay', 'own'])).toEqual([
      0,
      undefined,
    ]);
    expect(await faulty([], ['replay', 'ms'])).toEqual([0, undefined]);
    expect(await faulty([], ['renew', 'ms', '--even-if-early', '--timeout', '1m'])).toEqual([3, undefined]);
    expect(await faulty([], ['renew', 'ms', '--even-if-early', '--no-wait', '--waiting-exit-code', '9'])).toEqual([0, undefined]);
    expect(await faulty([], ['renew', 'ms', '--due', '--no-wait', '--waiting-exit-code', '9'])).toEqual([9, undefined]);
    for (const [signal, code] of [
      ['SIGINT', 130],
      ['SIGTERM', 143],
    ] as const) {
      const terminal = home.open(['watch', 'dns', '--plain', '--sandbox', '--name', 'www.contoso.com', '--expect', '203.0.113.99']);
      await terminal.waitFor('Waiting for');
      terminal.kill(signal);
      expect((await terminal.exited).exitCode).toBe(code);
    }
  });
});

describe('what is found, and in which language', () => {
  it('follows the folders upwards no further than home, then the configuration folder; a flag goes before everything', { timeout: LIMIT }, async () => {
    const home = await freshHome();
    const file = async (folder: string, name: string) => {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'amltls.config.yaml'), `version: 1\nprofiles: { ${name}: { environment: sandbox } }\n`, { mode: 0o600 });
    };
    const [above, own, deep] = [join(home.folder, 'work'), join(home.folder, '.config/amltls'), join(home.folder, 'work/one/two')];
    await mkdir(deep, { recursive: true });
    const listed = async (cwd: string, ...args: readonly string[]) =>
      JSON.parse((await home.run(['profile', 'list', '--format', 'json', ...args], { cwd })).stdout).profiles.map(({ name }: { name: string }) => name);
    expect(await listed(deep)).toEqual([]);
    await file(own, 'configured');
    expect(await listed(deep)).toEqual(['configured']);
    await file(above, 'above');
    expect(await listed(deep)).toEqual(['above']);
    expect(await listed(deep, '--config', join(own, 'amltls.config.yaml'))).toEqual(['configured']);
    // A home below the folder of the file: the search ends there.
    const { stdout } = await home.run(['profile', 'list', '--format', 'json'], {
      cwd: deep,
      env: { HOME: join(above, 'one'), XDG_CONFIG_HOME: join(above, 'none') },
    });
    expect(JSON.parse(stdout).profiles).toEqual([]);
    expect((await home.run(['profile', 'list', '--config', 'nowhere.yaml'])).code).toBe(2);
  });

  it('is the language of --lang, then LC_ALL, LC_MESSAGES, LANG', { timeout: LIMIT }, async () => {
    const home = await freshHome();
    const [en, ja] = ['en_US.UTF-8', 'ja_JP.UTF-8'];
    const said = async (env: Readonly<Record<string, string>>, ...args: readonly string[]) =>
      (await home.run(['watch', ...args], { env: { LC_ALL: '', LC_MESSAGES: '', LANG: '', ...env } })).stdout.trim();
    const [english, japanese] = ['Nothing is waited for.', expect.stringContaining('待機中')];
    expect(await said({})).toBe(english);
    expect(await said({ LANG: ja })).toEqual(japanese);
    expect(await said({ LANG: ja, LC_MESSAGES: en })).toBe(english);
    expect(await said({ LANG: en, LC_MESSAGES: en, LC_ALL: ja })).toEqual(japanese);
    expect(await said({ LC_ALL: ja }, '--lang', 'en')).toBe(english);
    expect((await home.run(['watch', '--lang', 'fr'])).code).toBe(2);
  });

  it('reads AMLTLS_ variables from a profile, others only when they are trusted, none in a host name, and shows no value', { timeout: LIMIT }, async () => {
    const home = await freshHome();
    const write = (domain: string, label: string) =>
      writeFile(
        join(home.folder, 'amltls.config.yaml'),
        `version: 1\nprofiles:\n  one:\n    environment: sandbox\n    target: { plugin: aks-provision, computeName: '${label}' }\n    domain: ${domain}\n`,
        { mode: 0o600 },
      );
    const env = { AMLTLS_COMPUTE: 'hushed-compute', OTHER: 'hushed-compute' };
    const plan = () => home.run(['plan', 'one', '--format', 'json'], { env });
    const microsoft = '{ kind: microsoft, leafDomainLabel: contoso }';
    await write(microsoft, '\u0024{env:AMLTLS_COMPUTE}');
    const own = await plan();
    expect(own.code, own.stderr).toBe(0);
    expect(own.stdout + own.stderr).not.toContain('hushed-compute');
    await write(microsoft, '\u0024{env:OTHER}');
    const other = await plan();
    expect([other.code, other.stderr.includes('amltls profile trust')]).toEqual([2, true]);
    expect((await home.run(['profile', 'trust', '--yes'], { env })).code).toBe(0);
    expect((await plan()).code).toBe(0);
    await write('{ kind: custom, fqdn: "\u0024{env:AMLTLS_COMPUTE}.contoso.com" }', 'new');
    expect((await plan()).code).toBe(2);
  });
});

describe('the practice Azure of other programs', () => {
  it('announces itself in one line and keeps what it says where only its owner reads it', { timeout: LIMIT }, async () => {
    const { sandbox, home } = await desk();
    expect(Object.keys(sandbox.info)).toEqual([
      'armEndpoint',
      'caFile',
      'token',
      'subscriptionId',
      'resourceGroup',
      'workspace',
      'location',
      'dns',
      'controlEndpoint',
      'stateDir',
    ]);
    expect(sandbox.info).toMatchObject({
      armEndpoint: expect.stringMatching(/^https:\/\/127\.0\.0\.1:\d+$/),
      dns: { authoritative: expect.stringMatching(/^127\.0\.0\.1:\d+$/), resolvers: [expect.any(String), expect.any(String)] },
      location: 'eastus',
      stateDir: home.stateDir,
    });
    expect(JSON.parse(await readFile(join(home.stateDir, 'sandbox.json'), 'utf8'))).toMatchObject({ pid: expect.any(Number) });
    if (process.platform !== 'win32') expect((await stat(join(home.stateDir, 'sandbox.json'))).mode & 0o777).toBe(0o600);

    const before = Date.parse((await sandbox.state()).now);
    await sandbox.control('POST', '/clock', { advanceSeconds: 86_400 });
    expect(Date.parse((await sandbox.state()).now) - before).toBeGreaterThanOrEqual(86_400_000);
    await sandbox.control('PUT', '/records', [{ zone: 'contoso.com', name: 'www', type: 'A', data: '203.0.113.77', ttl: 30 }]);
    expect((await sandbox.state()).records).toContainEqual(expect.objectContaining({ name: 'www.contoso.com', type: 'A', data: '203.0.113.77' }));
    await sandbox.control('DELETE', '/records', [{ zone: 'contoso.com', name: 'www', type: 'A' }]);
    expect(JSON.stringify((await sandbox.state()).records)).not.toContain('203.0.113.77');
    expect(Object.keys(await sandbox.state())).toEqual(expect.arrayContaining(['now', 'computes', 'services', 'certificates', 'records']));

    // A command of the same state folder joins it, and what it asks is told with secrets replaced.
    expect((await home.run(['replay', 'own'])).code).toBe(0);
    const patch = (await sandbox.changes()).find(({ method }) => method === 'PATCH');
    expect(Object.keys(patch ?? {})).toEqual(expect.arrayContaining(['at', 'method', 'path', 'body', 'status']));
    expect(JSON.stringify(patch)).toContain('sha256:');
    expect(JSON.stringify(patch)).not.toContain('PRIVATE KEY');
  });
});
