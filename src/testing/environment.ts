import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Environment, STEPS } from '../core/contracts/index.ts';
import { ProblemError } from '../core/problems/problem-error.ts';
import { problemOf } from './claims.ts';
import type { Runner } from './runner.ts';

export interface EnvironmentCase {
  readonly id: string;
  open(): Promise<Environment & AsyncDisposable>;
  /** Something the signed-in user may read. */
  readonly readable: { readonly path: string; readonly apiVersion: string };
  /** A name that exists nowhere in this environment. */
  readonly absentName: string;
  /** An address of this environment at which nothing listens. */
  readonly silentAddress: string;
}

const within = (ms: number) => AbortSignal.timeout(ms);
const LONG = 20_000; // ms

/** What every environment must keep to; the program knows none of them by name. */
export function environmentContract({ describe, it, after }: Runner, environment: EnvironmentCase): void {
  describe(`environment ${environment.id}`, () => {
    let opened: Promise<Environment & AsyncDisposable> | undefined;
    const test = (name: string, check: (env: Environment) => void | Promise<void>) =>
      it(name, async () => {
        opened ??= environment.open();
        await check(await opened);
      });
    after(async () => (await opened)?.[Symbol.asyncDispose]());

    test('says who it is', (env) => saysWhoItIs(env, environment.id));
    test('its clock runs, sleeps and is interrupted', clockRuns);
    test('the resource manager answers, and every status is an answer', (env) => everyStatusAnswers(env, environment.readable));
    test('the sign-in goes to its own hosts only', async (env) => {
      const stray = env.arm.send({ method: 'GET', path: 'https://management.example.org/subscriptions' }, within(LONG));
      assert.equal((await problemOf(stray)).code, 'arm-foreign-host');
    });
    test('lists what the user has, as values with labels', async (env) => {
      const subscriptions = await env.inventory.subscriptions(within(LONG));
      assert.ok(subscriptions.length > 0);
      for (const { value, label } of subscriptions) assert.ok(value !== '' && label !== '');
    });
    test('a name that does not exist has no address', async (env) => {
      assert.deepEqual(await env.dns.lookup(environment.absentName, within(LONG)), []);
      assert.equal(env.dns.resolvers([])[0]?.role, 'resolver');
    });
    test('a resolver that is no address is a problem', (env) => {
      assert.throws(() => env.dns.resolvers(['not an address']), ProblemError);
    });
    test('a look that sees nothing says at which layer, within its time', (env) => saysTheLayer(env, environment));
    test('an aborted look rejects with its reason', async (env) => {
      const reason = new Error('quit');
      const look = env.tls.peek({ address: environment.silentAddress, port: 443 }, AbortSignal.abort(reason));
      await assert.rejects(look, (thrown) => thrown === reason);
    });
    test('trusts somebody, and tells whom in PEM', async (env) => {
      const roots = await env.tls.roots();
      assert.ok(roots.length > 0);
      for (const root of roots) assert.match(root, /^-----BEGIN CERTIFICATE-----/);
      assert.equal(await env.tls.roots(), roots);
    });
    test('keeps files and finds secrets by reference', keepsFiles);
  });
}

function saysWhoItIs(env: Environment, id: string): void {
  assert.equal(env.id, id);
  assert.equal(typeof env.practice, 'boolean');
  assert.equal(new URL(env.cloud.armEndpoint).protocol, 'https:');
  for (const suffix of [env.cloud.cloudAppSuffix, env.cloud.aciSuffix]) assert.match(suffix, /^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
  for (const key of Object.keys(env.defaults)) assert.ok(['azure', 'target', ...STEPS].includes(key.split('.')[0] ?? ''), key);
}

async function clockRuns(env: Environment): Promise<void> {
  const before = env.clock.now();
  await env.clock.sleep(20, within(5000));
  assert.ok(env.clock.now() - before >= 20);
  const stop = new AbortController();
  const reason = new Error('quit');
  const sleeping = env.clock.sleep(3_600_000_000, stop.signal);
  stop.abort(reason);
  await assert.rejects(sleeping, (thrown) => thrown === reason);
}

async function everyStatusAnswers(env: Environment, { path, apiVersion }: EnvironmentCase['readable']): Promise<void> {
  const found = await env.arm.send({ method: 'GET', path, apiVersion }, within(LONG));
  assert.equal(found.status, 200);
  assert.ok(Object.keys(found.headers).every((name) => name === name.toLowerCase()));
  const absent = await env.arm.send({ method: 'GET', path: `${path}/00000000-0000-0000-0000-00000000dead/nothing`, apiVersion }, within(LONG));
  assert.ok(absent.status >= 400);
}

async function saysTheLayer(env: Environment, { absentName, silentAddress: address }: EnvironmentCase): Promise<void> {
  const startedAt = performance.now();
  const looks = [
    [await env.tls.peek({ address, port: 443, servername: absentName }, within(LONG)), 'tcp'],
    [await env.http.probe(`http://${absentName}/score`, { address }, within(LONG)), 'tcp'],
    [await env.tls.peek({ address: absentName, port: 443 }, within(LONG)), 'dns'],
  ] as const;
  for (const [look, layer] of looks) assert.equal(look.seen ? 'seen' : look.layer, layer);
  assert.ok(performance.now() - startedAt < 31_000);
}

async function keepsFiles(env: Environment): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'amltls-environment-'));
  try {
    const path = join(folder, 'below', 'key.txt');
    await env.files.write(path, 'secret words', { mode: 0o600 });
    assert.equal(await env.secrets.resolve({ from: 'file', name: path }, within(5000)), 'secret words');
    const missing = env.secrets.resolve({ from: 'env', name: 'AMLTLS_NO_SUCH_VARIABLE' }, within(5000));
    assert.equal((await problemOf(missing)).code, 'secret-missing');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
