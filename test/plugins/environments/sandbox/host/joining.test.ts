import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ProblemError } from '../../../../../src/core/problems/problem-error.ts';
import { openSandboxEnvironment } from '../../../../../src/plugins/environments/sandbox/environment.ts';
import { joinOrStart, startHost } from '../../../../../src/plugins/environments/sandbox/host/join-or-start.ts';
import { reset } from '../../../../../src/plugins/environments/sandbox/host/reset.ts';
import { announcement, readSandboxFile } from '../../../../../src/plugins/environments/sandbox/host/sandbox-file.ts';
import { startSandboxProcess } from '../../../../helpers/sandbox-process.ts';

const HOUR = 3_600_000;
const never = new AbortController().signal;
const get = { method: 'GET', path: '/subscriptions', apiVersion: '2022-12-01' } as const;
const GET_LINE = 'get /subscriptions?api-version=2022-12-01';

let stateDir: string;
const open: AsyncDisposable[] = [];
const kept = <T extends AsyncDisposable>(opened: T): T => {
  open.push(opened);
  return opened;
};
const environment = async (speed?: number) => kept(await openSandboxEnvironment({ stateDir, speed }, never));
const hostPid = async () => (await readSandboxFile(stateDir))?.pid;
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => (error instanceof ProblemError ? error.problem : error),
  );

beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'amltls-joining-'));
});
afterEach(async () => {
  while (open.length > 0) await open.pop()?.[Symbol.asyncDispose]();
  await rm(stateDir, { recursive: true, force: true });
});

describe('a host', () => {
  test('announces what cli.md promises, and keeps its files to itself', async () => {
    const host = kept(await startHost({ stateDir }));
    expect(Object.keys(JSON.parse(announcement(host.info)))).toEqual([
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
    expect(announcement(host.info)).not.toContain('\n');
    if (process.platform === 'win32') return;
    const mode = async (name: string) => ((await stat(join(stateDir, name))).mode & 0o777).toString(8);
    expect([await mode('.'), await mode('sandbox.json'), await mode('state.json'), await mode('ca')]).toEqual(['700', '600', '600', '700']);
  });

  test('is alone: a second one in the same folder is told so', async () => {
    kept(await startHost({ stateDir }));
    expect(await problemOf(startHost({ stateDir }))).toMatchObject({ code: 'sandbox-already-runs', exit: 1 });
  });

  test('takes its ports again after a restart, and its world, token and time', async () => {
    const first = await startHost({ stateDir, speed: 1000 });
    await first[Symbol.asyncDispose]();
    expect(await readSandboxFile(stateDir)).toBeUndefined();
    const leftAt = first.clock.now();
    const second = kept(await startHost({ stateDir, speed: 10 }));
    expect(second.info).toMatchObject({ armEndpoint: first.info.armEndpoint, token: first.info.token, dns: first.info.dns });
    expect(second.clock.now()).toBeGreaterThanOrEqual(leftAt);
    expect(second.clock.base().speed).toBe(10);
  });

  test('does not mistake what another host left behind for an answer', async () => {
    const first = await startHost({ stateDir });
    const left = await readFile(join(stateDir, 'sandbox.json'));
    await first[Symbol.asyncDispose]();
    await writeFile(join(stateDir, 'sandbox.json'), left);
    const again = await environment();
    expect((await again.arm.send(get, never)).status).toBe(200);
    expect((await readSandboxFile(stateDir))?.instance).not.toBe(first.info.instance);
  });

  test('replaces a damaged sandbox.json', async () => {
    await writeFile(join(stateDir, 'sandbox.json'), '{"armEndpoint":');
    expect((await (await environment()).arm.send(get, never)).status).toBe(200);
  });

  test('does not begin at a speed that is none', async () => {
    expect(await problemOf(startHost({ stateDir, speed: Number.NaN }))).toMatchObject({ code: 'sandbox-speed' });
    expect((await (await environment()).arm.send(get, never)).status).toBe(200);
  });

  test('reports a folder that cannot be used', async () => {
    const file = join(stateDir, 'file');
    await writeFile(file, '');
    expect(await problemOf(openSandboxEnvironment({ stateDir: join(file, 'below') }, never))).toMatchObject({ owner: 'you', next: [expect.anything()] });
  });
});

describe('joining', () => {
  test('of many at once makes one host', async () => {
    const joined = await Promise.all(Array.from({ length: 8 }, () => joinOrStart({ stateDir }, never)));
    for (const { host, control } of joined) {
      control.close();
      if (host !== undefined) kept(host);
    }
    expect(joined.filter(({ host }) => host !== undefined)).toHaveLength(1);
    expect(new Set(joined.map(({ info }) => info.instance)).size).toBe(1);
  });

  test('shares time: a jump wakes a sleeper of another process', async () => {
    const host = await environment(1);
    const other = await startSandboxProcess(stateDir);
    const asleep = other.ask(`sleep ${5 * HOUR}`);
    const before = host.clock.now();
    await vi.waitFor(async () => expect((await host.arm.send(get, never)).status).toBe(200));
    const link = await joinOrStart({ stateDir }, never);
    const jumpedAt = Date.now();
    await link.control.send('POST', '/clock', { advanceSeconds: 6 * 3600 }, never);
    link.control.close();
    const awake = await asleep;
    expect(awake.now).toBeGreaterThanOrEqual(before + 5 * HOUR);
    expect(awake.wall - jumpedAt).toBeLessThan(1000);
    await other.leave();
  });

  test('runs at the speed of the host', async () => {
    await environment(500);
    const joiner = kept(await openSandboxEnvironment({ stateDir, speed: 3 }, never));
    const before = joiner.clock.now();
    await joiner.clock.sleep(10_000, never);
    expect(joiner.clock.now() - before).toBeGreaterThanOrEqual(10_000);
  });
});

describe('when the host leaves', () => {
  test('a joiner takes over from the state, at the same addresses and on the same line of time', async () => {
    const host = await startSandboxProcess(stateDir, 400);
    const joiner = await environment();
    await joiner.registrar?.set([{ name: 'www.contoso.com', type: 'A', data: '203.0.113.10', ttl: 30 }], never);
    const before = joiner.clock.now();
    const info = await readSandboxFile(stateDir);
    await host.leave();
    expect((await joiner.arm.send(get, never)).status).toBe(200);
    expect(await hostPid()).toBe(process.pid);
    expect(await readSandboxFile(stateDir)).toMatchObject({ armEndpoint: info?.armEndpoint, dns: info?.dns });
    expect(await joiner.dns.lookup('www.contoso.com', never)).toEqual(['203.0.113.10']);
    expect(joiner.clock.now()).toBeGreaterThanOrEqual(before);
    expect((await readFile(join(stateDir, 'state.json'), 'utf8')).includes('"speed":400')).toBe(true);
  });

  test('killed, too: at once, and whoever sleeps goes on sleeping', async () => {
    const host = await startSandboxProcess(stateDir, 2000);
    const joiner = await environment();
    const wakeAt = joiner.clock.now() + HOUR;
    const asleep = joiner.clock.sleep(HOUR, never);
    const killedAt = Date.now();
    await host.kill();
    expect((await joiner.arm.send(get, never)).status).toBe(200);
    expect(await hostPid()).toBe(process.pid);
    expect(Date.now() - killedAt).toBeLessThan(8000);
    await asleep;
    expect(joiner.clock.now()).toBeGreaterThanOrEqual(wakeAt);
  });

  test('one of several joiners takes over, the others join it', async () => {
    const host = await startSandboxProcess(stateDir);
    const others = await Promise.all([startSandboxProcess(stateDir), startSandboxProcess(stateDir)]);
    const joiner = await environment();
    await host.kill();
    const statuses = await Promise.all([...others.map((other) => other.ask(GET_LINE)), joiner.arm.send(get, never)]);
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect([process.pid, ...others.map(({ pid }) => pid)]).toContain(await hostPid());
    for (const other of others) await other.leave();
    expect((await joiner.arm.send(get, never)).status).toBe(200);
    expect(await hostPid()).toBe(process.pid);
  });

  test('an operation of the earlier host is found where the next one listens', async () => {
    const joiner = await environment();
    const path = 'https://127.0.0.1:1/subscriptions?api-version=2022-12-01';
    expect((await joiner.arm.send({ method: 'GET', path }, never)).status).toBe(200);
    expect(await problemOf(joiner.arm.send({ method: 'GET', path: 'https://management.azure.com/subscriptions' }, never))).toMatchObject({
      code: 'arm-foreign-host',
    });
  });

  test('one that lost its folder stops and writes nothing more', async () => {
    const host = await startHost({ stateDir });
    const before = await readFile(join(stateDir, 'state.json'), 'utf8');
    await rm(join(stateDir, 'host.lock'), { recursive: true });
    await vi.waitFor(() => expect(host.stopped.aborted).toBe(true), { timeout: 10_000 });
    expect(await readFile(join(stateDir, 'state.json'), 'utf8')).toBe(before);
    expect((await (await environment()).arm.send(get, never)).status).toBe(200);
  });
});

describe('reset', () => {
  test('forgets the world, and nothing that is not its own', async () => {
    await (await startHost({ stateDir }))[Symbol.asyncDispose]();
    await writeFile(join(stateDir, 'mine.txt'), 'mine');
    expect(await reset(stateDir)).toBe(true);
    expect(await reset(stateDir)).toBe(false);
    await expect(stat(join(stateDir, 'state.json'))).rejects.toThrow();
    await expect(stat(join(stateDir, 'ca'))).rejects.toThrow();
    expect(await readFile(join(stateDir, 'mine.txt'), 'utf8')).toBe('mine');
  });

  test('refuses while a host runs', async () => {
    kept(await startHost({ stateDir }));
    expect(await problemOf(reset(stateDir))).toMatchObject({ code: 'sandbox-already-runs' });
  });
});
