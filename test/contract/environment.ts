import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Environment, STEPS } from '../../src/core/contracts/index.ts';
import { ProblemError } from '../../src/core/problems/problem-error.ts';

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

/** What every environment must keep to; the program knows none of them by name. */
export function environmentContract(environment: EnvironmentCase): void {
  describe(`environment ${environment.id}`, () => {
    let env: Environment & AsyncDisposable;
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'amltls-environment-'));
      env = await environment.open();
    });
    afterAll(async () => {
      await env[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    });

    test('says who it is', () => {
      expect(env.id).toBe(environment.id);
      expect(typeof env.practice).toBe('boolean');
      expect(new URL(env.cloud.armEndpoint).protocol).toBe('https:');
      for (const suffix of [env.cloud.cloudAppSuffix, env.cloud.aciSuffix]) expect(suffix).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
      const firsts = Object.keys(env.defaults).map((key) => key.split('.')[0]);
      for (const first of firsts) expect(['azure', 'target', ...STEPS]).toContain(first);
    });

    test('its clock runs, sleeps and is interrupted', async () => {
      const before = env.clock.now();
      await env.clock.sleep(20, within(5000));
      expect(env.clock.now() - before).toBeGreaterThanOrEqual(20);
      const stop = new AbortController();
      const reason = new Error('quit');
      const sleeping = env.clock.sleep(3_600_000_000, stop.signal);
      stop.abort(reason);
      await expect(sleeping).rejects.toBe(reason);
    });

    test('the resource manager answers, and every status is an answer', async () => {
      const { path, apiVersion } = environment.readable;
      const found = await env.arm.send({ method: 'GET', path, apiVersion }, within(20_000));
      expect(found.status).toBe(200);
      expect(Object.keys(found.headers).every((name) => name === name.toLowerCase())).toBe(true);
      const absent = await env.arm.send({ method: 'GET', path: `${path}/00000000-0000-0000-0000-00000000dead/nothing`, apiVersion }, within(20_000));
      expect(absent.status).toBeGreaterThanOrEqual(400);
    });

    test('the sign-in goes to its own hosts only', async () => {
      const stray = env.arm.send({ method: 'GET', path: 'https://management.example.org/subscriptions' }, within(20_000));
      const error = await stray.then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(ProblemError);
      expect(error).toMatchObject({ problem: { code: 'arm-foreign-host' } });
    });

    test('lists what the user has, as values with labels', async () => {
      const subscriptions = await env.inventory.subscriptions(within(20_000));
      expect(subscriptions.length).toBeGreaterThan(0);
      for (const { value, label } of subscriptions) expect([value, label].every((part) => part !== '')).toBe(true);
    });

    test('a name that does not exist has no address', async () => {
      expect(await env.dns.lookup(environment.absentName, within(20_000))).toEqual([]);
      const [resolver] = env.dns.resolvers([]);
      expect(resolver?.role).toBe('resolver');
    });

    test('a resolver that is no address is a problem', () => {
      expect(() => env.dns.resolvers(['not an address'])).toThrow(ProblemError);
    });

    test('a look that sees nothing says at which layer, within its time', async () => {
      const { silentAddress: address } = environment;
      const startedAt = performance.now();
      expect(await env.tls.peek({ address, port: 443, servername: environment.absentName }, within(20_000))).toMatchObject({ seen: false, layer: 'tcp' });
      expect(await env.http.probe(`http://${environment.absentName}/score`, { address }, within(20_000))).toMatchObject({ seen: false, layer: 'tcp' });
      expect(await env.tls.peek({ address: environment.absentName, port: 443 }, within(20_000))).toMatchObject({ seen: false, layer: 'dns' });
      expect(performance.now() - startedAt).toBeLessThan(31_000);
    });

    test('an aborted look rejects with its reason', async () => {
      const reason = new Error('quit');
      await expect(env.tls.peek({ address: environment.silentAddress, port: 443 }, AbortSignal.abort(reason))).rejects.toBe(reason);
    });

    test('trusts somebody, and tells whom in PEM', async () => {
      const roots = await env.tls.roots();
      expect(roots.length).toBeGreaterThan(0);
      for (const root of roots) expect(root).toMatch(/^-----BEGIN CERTIFICATE-----/);
      expect(await env.tls.roots()).toBe(roots);
    });

    test('keeps files and finds secrets by reference', async () => {
      const path = join(folder, 'below', 'key.txt');
      await env.files.write(path, 'secret words', { mode: 0o600 });
      expect(await env.secrets.resolve({ from: 'file', name: path }, within(5000))).toBe('secret words');
      const missing = env.secrets.resolve({ from: 'env', name: 'AMLTLS_NO_SUCH_VARIABLE' }, within(5000));
      await expect(missing).rejects.toMatchObject({ problem: { code: 'secret-missing' } });
    });
  });
}
