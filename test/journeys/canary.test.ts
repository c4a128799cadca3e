import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../../src/ui/commands/program.ts';
import { freshHome, type Home } from '../helpers/bin.ts';
import { issue, issueChain, openssl } from '../helpers/openssl.ts';
import { startSandboxBin } from '../helpers/sandbox-bin.ts';

/** A key whose private part can be recognised wherever any piece of it turns up, in whatever way it is written. */
function canary() {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const secret = Buffer.from((privateKey.export({ format: 'jwk' }) as JsonWebKey & { readonly d: string }).d, 'base64url');
  const shifted = [0, 1, 2].map((by) => secret.subarray(by).toString('base64').replace(/=*$/, ''));
  const body = pem.split('\n').slice(1, -2).join('').slice(48, 90);
  const written = [secret.toString('hex'), secret.toString('hex').toUpperCase(), secret.toString('base64url'), body, ...shifted];
  const LENGTH = 12;
  const pieces = written.flatMap((text) => Array.from({ length: text.length - LENGTH + 1 }, (_, at) => text.slice(at, at + LENGTH)));
  return { pem, found: (text: string) => pieces.find((piece) => text.includes(piece)) };
}

/** Every command that a person can call, with arguments made from their names: a command that is added later is in it. */
function commandLines(arguments_: Readonly<Record<string, readonly string[]>>): readonly (readonly string[])[] {
  const program = createProgram({ language: 'en', sandbox: async () => Promise.reject(new Error('not run')), choose: () => undefined });
  const walk = (command: Command, path: readonly string[]): (readonly string[])[] => [
    ...(path.length === 0 || SKIPPED.has(path.join(' '))
      ? []
      : [[...path, ...command.registeredArguments.flatMap((each) => arguments_[each.name()] ?? ['canary'])]]),
    ...command.commands.filter((each) => each.name() === 'cert' || !SKIPPED.has(each.name())).flatMap((each) => walk(each, [...path, each.name()])),
  ];
  return walk(program, []);
}

// Runs until it is stopped; takes away what the others need; groups that only hold others.
const SKIPPED = new Set(['sandbox', 'gallery', 'profile rename', 'profile remove', 'cert']);

function allText(folder: string, passed: (path: string) => boolean): readonly { readonly path: string; readonly text: string }[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !passed(path))
    .map((path) => {
      const bytes = readFileSync(path);
      return { path, text: (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('latin1') };
    });
}

async function desk() {
  const home = await freshHome();
  const sandbox = await startSandboxBin(home);
  const key = canary();
  const pki = issueChain({ commonName: 'www.contoso.com', keyPem: key.pem });
  const put = (name: string, content: string | Buffer) => writeFileSync(join(home.folder, name), content, { mode: 0o600 });
  put('key.pem', key.pem);
  put('chain.pem', pki.leaf.certPem + pki.issuing.certPem);
  put('both.pem', key.pem + pki.leaf.certPem);
  put('other.pem', issue({ commonName: 'www.contoso.com' }).certPem);
  put('root.pem', pki.root.certPem);
  put(
    'key.pfx',
    openssl(['pkcs12', '-export', '-inkey', join(home.folder, 'key.pem'), '-in', join(home.folder, 'chain.pem'), '-passout', 'pass:passphrase-canary']),
  );
  put('passphrase', 'passphrase-canary\n');
  const profile = (target: string, certificate: string, dns = 'practice') =>
    `    environment: sandbox\n    target: ${target}\n    domain: { kind: custom, fqdn: www.contoso.com }\n    certificate: ${certificate}\n    dns: { plugin: ${dns} }\n`;
  const aks = '{ plugin: aks-attach, computeName: aks-prod, clusterResourceGroup: rg-practice, clusterName: aks1 }';
  const aci = '{ plugin: aci, serviceName: scorer }';
  const right = '{ plugin: pem, certFile: ./chain.pem, keyFile: ./key.pem, trust: ./root.pem }';
  const profiles = {
    canary: profile(aks, right),
    'canary-aci': profile(aci, right),
    swapped: profile(aks, '{ plugin: pem, certFile: ./key.pem, keyFile: ./chain.pem }'),
    mismatched: profile(aks, '{ plugin: pem, certFile: ./other.pem, keyFile: ./key.pem }'),
    together: profile(aci, '{ plugin: pem, certFile: ./both.pem, keyFile: ./both.pem }'),
  };
  put(
    'amltls.config.yaml',
    `version: 1\nprofiles:\n${Object.entries(profiles)
      .map(([name, text]) => `  ${name}:\n${text}`)
      .join('')}`,
  );
  mkdirSync(join(home.folder, 'out'));
  return { home, sandbox, key, profiles: Object.keys(profiles) };
}

interface Trial {
  readonly args: readonly string[];
  readonly faults?: readonly object[];
}

const COMMON = ['--sandbox', '--yes', '--timeout', '10s', '--log-level', 'debug'];

async function told(home: Home, args: readonly string[], at: number): Promise<string> {
  const format = ['text', 'json', 'ndjson'][at % 3] ?? 'text';
  const { stdout, stderr } = await home.run([...args, ...COMMON, '--format', format, '--log-file', `log-${at}.txt`], {
    env: { AMLTLS_PASSPHRASE: 'passphrase-canary' },
  });
  return stdout + stderr;
}

describe('a private key', () => {
  it('is in nothing that any command says or writes, also when things fail, at the highest log level', async () => {
    const { home, sandbox, key, profiles } = await desk();
    const files = ['key.pem', 'both.pem', 'chain.pem', 'key.pfx'];
    const lines = commandLines({
      files,
      profiles: ['canary'],
      profile: ['canary'],
      names: ['www.contoso.com'],
      name: ['www.contoso.com'],
      from: ['canary'],
      to: ['copied'],
      shell: ['bash'],
      kind: ['dns'],
      lesson: [],
      code: ['key-mismatch'],
    });
    expect(lines.map(([name]) => name)).toEqual(expect.arrayContaining(['replay', 'renew', 'check', 'cert', 'profile', 'report']));
    const failing = [
      { match: 'PUT .*', status: 500, times: 1 },
      { match: 'PATCH .*', reset: true, times: 1 },
    ];
    const trials: Trial[] = [
      ...lines.map((args) => ({ args })),
      ...profiles.flatMap((name): Trial[] => [
        { args: ['plan', name, '--show-equivalents'] },
        { args: ['replay', name, '--redeploy', '--no-wait'], faults: failing },
      ]),
      { args: ['replay', 'canary', '--redeploy'], faults: [{ match: 'PUT .*', reset: true, times: 9 }] },
      { args: ['renew', 'canary', '--allow-older'], faults: failing },
      { args: ['plan', 'canary', '--set', `certificate.keyFile=${key.pem}`] },
      { args: ['plan', 'canary', '--set', `certificate.certFile=${key.pem.replaceAll('\n', '')}`] },
      { args: ['cert', 'lint', 'chain.pem', '--key', 'key.pem', '--host', 'www.contoso.com'] },
      { args: ['cert', 'lint', 'key.pem', '--key', 'chain.pem'] },
      { args: ['cert', 'convert', 'key.pfx', '--out', 'out', '--passphrase-file', 'passphrase'] },
      { args: ['cert', 'convert', 'key.pfx', '--out', 'out', '--passphrase-file', 'key.pem'] },
      { args: ['report'] },
    ];
    const leaks: string[] = [];
    for (const [at, { args, faults }] of trials.entries()) {
      if (faults !== undefined) await sandbox.control('PUT', '/faults', faults);
      const piece = key.found(await told(home, args, at));
      if (piece !== undefined) leaks.push(`${args.join(' ').slice(0, 80)}: ${piece}`);
    }
    const requests = JSON.stringify(await sandbox.control('GET', '/requests'));
    expect(requests).toContain('sslConfiguration');
    if (key.found(requests) !== undefined) leaks.push('the request log of the practice Azure');
    // What was put there, what was asked to be written, and Azure's own memory, which no look of ours reads.
    const given = new Set(['key.pem', 'both.pem', 'key.pfx'].map((name) => join(home.folder, name)));
    const written = allText(home.folder, (path) => given.has(path) || path.startsWith(home.stateDir + sep) || /[\\/]out[\\/]/.test(path));
    expect(written.filter(({ path }) => path.includes('log-')).length).toBeGreaterThan(20);
    for (const { path, text } of written) if (key.found(text) !== undefined) leaks.push(path);
    const state = allText(home.stateDir, (path) => path.endsWith('state.json'));
    for (const { path, text } of state) if (key.found(text) !== undefined) leaks.push(path);
    expect(leaks).toEqual([]);
    if (process.platform !== 'win32') {
      const converted = readdirSync(join(home.folder, 'out')).filter((name) => key.found(readFileSync(join(home.folder, 'out', name), 'latin1')) !== undefined);
      expect(converted).toEqual(['key.pem']);
      expect(statSync(join(home.folder, 'out', 'key.pem')).mode & 0o777).toBe(0o600);
    }
  }, 240_000);

  it('would be found: the search knows it in every way it may be written', () => {
    const { pem, found } = canary();
    const der = Buffer.from(pem.split('\n').slice(1, -2).join(''), 'base64');
    for (const text of [
      pem,
      der.toString('hex'),
      JSON.stringify({ a: pem }),
      pem.replaceAll('\n', ''),
      `x${Buffer.concat([Buffer.from('x'), der]).toString('base64')}`,
    ])
      expect(found(text)).toBeDefined();
    expect(found(canary().pem)).toBeUndefined();
  });
});
