import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshHome, type Home } from '../helpers/bin.ts';
import { opensslPair } from '../helpers/openssl-pair.ts';
import { type SandboxBin, startSandboxBin } from '../helpers/sandbox-bin.ts';
import type { PtyTerminal } from '../helpers/terminal-pty.ts';
import { wellDrawn } from '../helpers/well-drawn.ts';
import { type Language, type Stop, WALKS, waitForWords, walk } from '../helpers/wizard-walk.ts';

const LIMIT = 60_000;

type Case = readonly [columns: number, rows: number, language: Language];

/** Several lines where one is asked for are left out, and submit nothing. */
const refusesLines: NonNullable<Stop['meanwhile']> = async (terminal, language) => {
  terminal.paste('www.contoso.com\nwww.fabrikam.com\n');
  await waitForWords(terminal, language, 'lines and was left out: this takes one line');
  await wellDrawn(terminal);
};

/** The window changes under the question, which stands there again. */
const atAnySize: NonNullable<Stop['meanwhile']> = async (terminal) => {
  const kept = terminal.size();
  for (const size of [{ columns: 47, rows: 17 }, { columns: 132, rows: 43 }, kept]) {
    terminal.resize(size);
    await wellDrawn(terminal);
  }
};

/** What a person does besides answering: changes the window, pastes what is not wanted, and PEM instead of a path. */
async function livelier(stops: readonly Stop[]): Promise<readonly Stop[]> {
  return await Promise.all(
    stops.map(async (stop): Promise<Stop> => {
      if (stop.question === 'Which subscription') return { ...stop, meanwhile: atAnySize };
      if (!('type' in stop.answer)) return stop;
      if (stop.question === 'Where is the certificate file') return { ...stop, answer: { pem: await readFile(stop.answer.type, 'utf8') } };
      return { ...stop, meanwhile: refusesLines };
    }),
  );
}

/** The wizard from its first question to the end, saved as `mine`. */
async function walkThrough(home: Home, stops: readonly Stop[], [columns, rows, language]: Case): Promise<PtyTerminal> {
  const terminal = home.open(['secure', '--sandbox', '--lang', language], { columns, rows });
  await walk(terminal, await livelier(stops), language);
  await waitForWords(terminal, language, 'Review: nothing has been sent yet', '❯ Start');
  await wellDrawn(terminal);
  terminal.press('Enter');
  await waitForWords(terminal, language, 'Save these answers as a profile?');
  terminal.type('mine');
  terminal.press('Enter');
  expect((await terminal.exited).exitCode).toBe(0);
  return terminal;
}

async function replaysUnchanged(home: Home, sandbox: SandboxBin): Promise<void> {
  await sandbox.changes();
  const { code, stdout } = await home.run(['replay', 'mine', '--format', 'json']);
  expect(JSON.parse(stdout)).toMatchObject({ schema: 'amltls/replay/1' });
  expect(code).toBe(0);
  expect(await sandbox.changes()).toEqual([]);
  const { stdout: lines } = await home.run(['replay', 'mine', '--format', 'ndjson']);
  expect(JSON.parse(lines.trim().split('\n').at(-1) ?? '')).toMatchObject({ type: 'outcome', status: 'unchanged', exitCode: 0 });
  expect(await sandbox.changes()).toEqual([]);
}

async function connectOf(
  sandbox: SandboxBin,
  where: (service: { readonly name: string | null; readonly computeName: string | null }) => boolean,
): Promise<string> {
  const { services } = await sandbox.state();
  return services.find(where)?.connect ?? expect.unreachable('no such service');
}

describe('the wizard, all four steps', () => {
  it.each<Case>([
    [100, 30, 'en'],
    [40, 20, 'ja'],
  ])('sets an own certificate on an attached cluster and points the name to it (%ix%i, %s)', { timeout: LIMIT }, async (...at) => {
    const home = await freshHome();
    const pair = await opensslPair(home.folder, 'www.contoso.com');
    const sandbox = await startSandboxBin(home);
    const terminal = await walkThrough(home, WALKS['aks-attach'](pair.certFile, pair.keyFile), at);

    const connect = await connectOf(sandbox, ({ computeName }) => computeName === 'aks-prod');
    expect(await sandbox.servedFingerprint(connect, 'www.contoso.com')).toBe(pair.fingerprint);
    expect(await sandbox.resolve('www.contoso.com')).toEqual(['203.0.113.10']);
    expect(terminal.normalScreen().replaceAll('\n', '')).toContain('https://www.contoso.com:443/api/v1/service/credit-scorer/score');
    // Below its name where there is little room, so that no date is broken within.
    expect(terminal.normalScreen()).toMatch(/^ +(?:Expires +|有効期限\n +)\S.*\d\d:\d\d UTC/m);
    const pasted = (await readdir(home.folder, { recursive: true })).filter((name) => /pasted-.*\.pem$/.test(name));
    expect(pasted).toHaveLength(1);
    if (process.platform !== 'win32') expect((await stat(join(home.folder, pasted[0] ?? ''))).mode & 0o777).toBe(0o600);
    expect(
      await readFile(join(home.folder, 'amltls.config.yaml'), 'utf8').catch(() => readFile(join(home.folder, '.config/amltls/amltls.config.yaml'), 'utf8')),
    ).not.toContain('PRIVATE KEY');
    await replaysUnchanged(home, sandbox);
  });

  it.each<Case>([
    [80, 24, 'en'],
    [100, 30, 'ja'],
  ])('creates a cluster with a Microsoft certificate, which needs neither certificate nor DNS (%ix%i, %s)', { timeout: LIMIT }, async (...at) => {
    const home = await freshHome();
    const sandbox = await startSandboxBin(home);
    const terminal = await walkThrough(home, WALKS['aks-provision'](), at);

    const { computes } = await sandbox.state();
    const host = computes.find(({ name }) => name === 'new-aks')?.tls.host ?? '';
    expect(host).toMatch(/^contoso[a-z0-9]{6}\.eastus\.cloudapp\.azure\.com$/);
    const connect = await connectOf(sandbox, ({ computeName }) => computeName === 'new-aks');
    const { certificates } = await sandbox.state();
    expect(await sandbox.servedFingerprint(connect, host)).toBe(certificates.find(({ computeName }) => computeName === 'new-aks')?.fingerprintSha256);
    expect(await sandbox.resolve(host)).toHaveLength(1);
    expect(terminal.normalScreen()).toContain(host);
    await replaysUnchanged(home, sandbox);
  });

  it.each<Case>([
    [40, 20, 'en'],
    [80, 24, 'ja'],
  ])('switches TLS on for a container instance that exists (%ix%i, %s)', { timeout: LIMIT }, async (...at) => {
    const home = await freshHome();
    const pair = await opensslPair(home.folder, 'aci.contoso.com');
    const sandbox = await startSandboxBin(home);
    await walkThrough(home, WALKS.aci(pair.certFile, pair.keyFile), at);

    const connect = await connectOf(sandbox, ({ name }) => name === 'scorer');
    expect(await sandbox.servedFingerprint(connect, 'aci.contoso.com')).toBe(pair.fingerprint);
    expect(await sandbox.resolve('aci.contoso.com')).toHaveLength(1);
    await replaysUnchanged(home, sandbox);
  });
});
