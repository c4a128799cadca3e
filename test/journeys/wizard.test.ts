import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshHome, type Home } from '../helpers/bin.ts';
import { opensslPair } from '../helpers/openssl-pair.ts';
import { type SandboxBin, startSandboxBin } from '../helpers/sandbox-bin.ts';
import type { PtyTerminal } from '../helpers/terminal-pty.ts';
import { WALKS, walk } from '../helpers/wizard-walk.ts';

const LIMIT = 60_000;

/** Approves, waits for the end, saves as `mine`. */
async function approveAndSave(terminal: PtyTerminal): Promise<void> {
  await terminal.waitFor((screen) => screen.includes('Review: nothing has been sent yet') && screen.includes('❯ Start'));
  terminal.press('Enter');
  await terminal.waitFor('Save these answers as a profile?');
  terminal.type('mine');
  terminal.press('Enter');
  expect((await terminal.exited).exitCode).toBe(0);
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
  it('sets an own certificate on an attached cluster and points the name to it', { timeout: LIMIT }, async () => {
    const home = await freshHome();
    const pair = await opensslPair(home.folder, 'www.contoso.com');
    const sandbox = await startSandboxBin(home);
    const terminal = home.open(['secure', '--sandbox'], { columns: 100, rows: 30 });
    await walk(terminal, WALKS['aks-attach'](pair.certFile, pair.keyFile));
    await approveAndSave(terminal);

    const connect = await connectOf(sandbox, ({ computeName }) => computeName === 'aks-prod');
    expect(await sandbox.servedFingerprint(connect, 'www.contoso.com')).toBe(pair.fingerprint);
    expect(await sandbox.resolve('www.contoso.com')).toEqual(['203.0.113.10']);
    expect(terminal.normalScreen()).toContain('https://www.contoso.com');
    expect(
      await readFile(join(home.folder, 'amltls.config.yaml'), 'utf8').catch(() => readFile(join(home.folder, '.config/amltls/amltls.config.yaml'), 'utf8')),
    ).not.toContain('PRIVATE KEY');
    const start = home.open([], { columns: 100, rows: 30 });
    // Made a moment ago: all of its life lies before it, and nobody had to check first.
    await start.waitFor(/mine\s+\S*━+\S*\s+\d+ days left/);
    start.type('q');
    await start.exited;
    await replaysUnchanged(home, sandbox);
  });

  it('creates a cluster with a Microsoft certificate, which needs neither certificate nor DNS', { timeout: LIMIT }, async () => {
    const home = await freshHome();
    const sandbox = await startSandboxBin(home);
    const terminal = home.open(['secure', '--sandbox'], { columns: 80, rows: 24 });
    await walk(terminal, WALKS['aks-provision']());
    await approveAndSave(terminal);

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

  it('switches TLS on for a container instance that exists', { timeout: LIMIT }, async () => {
    const home = await freshHome();
    const pair = await opensslPair(home.folder, 'aci.contoso.com');
    const sandbox = await startSandboxBin(home);
    const terminal = home.open(['secure', '--sandbox'], { columns: 80, rows: 24 });
    await walk(terminal, WALKS.aci(pair.certFile, pair.keyFile));
    await approveAndSave(terminal);

    const connect = await connectOf(sandbox, ({ name }) => name === 'scorer');
    expect(await sandbox.servedFingerprint(connect, 'aci.contoso.com')).toBe(pair.fingerprint);
    expect(await sandbox.resolve('aci.contoso.com')).toHaveLength(1);
    await replaysUnchanged(home, sandbox);
  });
});
