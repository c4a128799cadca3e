import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Answers, ChangeEvent, Context, Domain, TargetPlugin } from '../../../src/core/contracts/index.ts';
import { ProblemError } from '../../../src/core/problems/problem-error.ts';
import { computePath } from '../../../src/plugins/shared/arm/index.ts';
import aci from '../../../src/plugins/targets/aci/index.ts';
import aksAttach from '../../../src/plugins/targets/aks-attach/index.ts';
import { type TargetWorld, targetWorld } from '../../helpers/target-world.ts';
import { own } from './answers.ts';

const domain: Domain = { kind: 'custom', fqdn: 'www.contoso.com' };
const cluster = (name: string, computeName: string): Answers => ({
  ...own,
  'target.computeName': computeName,
  'target.clusterResourceGroup': 'rg-practice',
  'target.clusterName': name,
});
const service = { ...own, 'target.serviceName': 'scorer' };
const fresh = { ...own, 'target.serviceName': 'fresh', 'target.serviceFile': 'service.json' };

async function planned(plugin: TargetPlugin, world: TargetWorld, answers: Answers, signal?: AbortSignal) {
  const context = world.context(answers, signal);
  const bundle = await world.bundle('www.contoso.com');
  const [change] = (await plugin.plan({ domain, bundle, redeploy: false }, context)).changes;
  if (change === undefined) throw new Error('nothing to do');
  return { change, context, bundle };
}

async function problemOf(work: Promise<unknown>) {
  const thrown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(thrown instanceof ProblemError)) throw new Error(`no problem, but ${String(thrown)}`);
  return thrown.problem;
}

const accepted = async (world: TargetWorld) => (await world.writes()).filter(({ status }) => status >= 200 && status < 300).length;
const waitsIn = (events: readonly ChangeEvent[]) => events.filter(({ type }) => type === 'wait').length;

it.each([
  ['AKS', aksAttach, cluster('aks1', 'aks-prod'), 'PUT .*/computes/.*'],
  ['ACI', aci, service, 'PATCH .*/services/.*'],
])('hands on what the service says when a deployment to %s fails', async (_name, plugin, answers, match) => {
  await using world = await targetWorld();
  const { change, context } = await planned(plugin, world, answers);
  await world.sandbox.faults([{ match, provisioningErrors: [{ code: 'QuotaExceeded', message: 'No more cores in eastus.' }], times: 1 }]);
  const problem = await problemOf(world.apply(change, context));
  expect(problem).toMatchObject({ owner: 'you', service: { code: 'QuotaExceeded', message: 'No more cores in eastus.' } });
  expect(problem.next.length).toBeGreaterThan(0);
});

async function somebodyElse(context: Context): Promise<void> {
  const path = computePath(context.answers);
  const apiVersion = '2022-10-01';
  const { body } = await context.env.arm.send({ method: 'GET', path, apiVersion }, context.signal);
  const { status } = await context.env.arm.send({ method: 'PUT', path, apiVersion, body }, context.signal);
  expect(status).toBeLessThan(300);
}

it("waits for somebody else's operation and then sends its own", async () => {
  await using world = await targetWorld();
  const { change, context } = await planned(aksAttach, world, cluster('aks1', 'aks-prod'));
  await somebodyElse(context);
  const { events } = await world.apply(change, context);
  expect(waitsIn(events)).toBeGreaterThan(1);
  expect(await accepted(world)).toBe(2);
  expect(await world.sandbox.state()).toMatchObject({ computes: [{ name: 'aks-prod', tls: { status: 'Enabled', host: 'www.contoso.com' } }] });
});

it('plans to wait where Azure is at work', async () => {
  await using world = await targetWorld();
  const context = world.context(cluster('aks1', 'aks-prod'));
  await somebodyElse(context);
  const { change } = await planned(aksAttach, world, cluster('aks1', 'aks-prod'));
  expect(change.effect).toBe('update');
  await world.apply(change, context);
  expect(await accepted(world)).toBe(2);
});

it('does not send again what arrived although its answer was lost', async () => {
  await using world = await targetWorld();
  const { change, context } = await planned(aksAttach, world, cluster('aks1', 'aks-prod'));
  const startedAt = world.env.clock.now();
  await world.apply(change, context);
  await world.apply(change, context, { startedAt });
  expect(await accepted(world)).toBe(1);
});

it('sends again what never arrived', async () => {
  await using world = await targetWorld();
  await writeFile(join(world.folder, 'service.json'), '{}');
  const { change, context } = await planned(aci, world, fresh);
  await world.sandbox.faults([{ match: 'POST .*/services', reset: true, times: 1 }]);
  const startedAt = world.env.clock.now();
  expect((await problemOf(world.apply(change, context))).code).toBe('answer-lost');
  await world.apply(change, context, { startedAt });
  expect(await accepted(world)).toBe(1);
});

it.each([
  ['AKS', aksAttach, cluster('aks1', 'aks-prod')],
  ['ACI', aci, service],
])('sends nothing to %s when the key no longer belongs to the certificate', async (_name, plugin, answers) => {
  await using world = await targetWorld();
  const { change, context, bundle } = await planned(plugin, world, answers);
  const other = await world.bundle('www.contoso.com');
  await writeFile(bundle.key.name, await world.env.files.read(other.key.name));
  expect((await problemOf(world.apply(change, context))).code).toBe('key-mismatch');
  expect(await world.writes()).toEqual([]);
});

it('stops at once when it is told to', async () => {
  await using world = await targetWorld();
  const stop = new AbortController();
  const { change, context } = await planned(aksAttach, world, cluster('aks1', 'aks-prod'), stop.signal);
  const work = change.apply(context);
  const seen: string[] = [];
  const running = (async () => {
    for await (const event of work) {
      seen.push(event.type);
      if (event.type === 'operation') stop.abort(new Error('stopped'));
    }
  })();
  await expect(running).rejects.toThrow('stopped');
  expect(seen.at(-1)).toBe('operation');
});

it('leaves a cluster that may not be read to the service to judge', async () => {
  await using world = await targetWorld();
  const body = { error: { code: 'AuthorizationFailed', message: 'No.' } };
  await world.sandbox.faults([{ match: 'GET .*/managedClusters/aks2', status: 403, body }]);
  const { change } = await planned(aksAttach, world, cluster('aks2', 'aks-new'));
  expect(change.effect).toBe('create');
});

async function seeded(seed: object) {
  const folder = await targetWorld();
  const file = join(folder.folder, 'seed.json');
  await writeFile(file, JSON.stringify(seed));
  const world = await targetWorld({ seedFile: file });
  await folder[Symbol.asyncDispose]();
  return world;
}

const quirky = (quirk: object) => ({
  clusters: [{ name: 'aks1', ...quirk }],
  computes: [{ name: 'aks-prod', cluster: 'aks1' }],
  services: [{ kind: 'aks', name: 'credit-scorer', compute: 'aks-prod' }],
});

it('says which scoring URI TLS has not reached', async () => {
  await using world = await seeded(quirky({ keepsScoringUri: true }));
  const { change, context } = await planned(aksAttach, world, cluster('aks1', 'aks-prod'));
  const { events } = await world.apply(change, context);
  expect(events.filter(({ type }) => type === 'finding')).toMatchObject([
    { finding: { code: 'scoring-uri-behind', severity: 'warning', subject: 'credit-scorer' } },
  ]);
});

it('keeps the address that only a scoring URI without TLS tells, and later finds it by the name', async () => {
  await using world = await seeded(quirky({ hidesAddress: true }));
  const { change, context } = await planned(aksAttach, world, cluster('aks1', 'aks-prod'));
  const addresses = [expect.stringMatching(/^203\.0\.113\./)];
  expect((await aksAttach.endpoints(domain, context))?.addresses).toEqual(addresses);
  await world.apply(change, context);
  const endpoints = await aksAttach.endpoints(domain, context);
  expect(endpoints).toMatchObject({ addresses, records: [{ name: 'www.contoso.com', type: 'A' }] });

  await using later = await world.sandbox.environment();
  const another: Context = { ...context, env: later };
  expect((await aksAttach.endpoints(domain, another))?.addresses).toEqual([]);
  await world.sandbox.records([{ zone: 'contoso.com', name: 'www', type: 'A', data: endpoints?.addresses[0] ?? '', ttl: 1 }]);
  await world.sandbox.advance(3_600_000);
  expect((await aksAttach.endpoints(domain, another))?.addresses).toEqual(addresses);
});

it('lists services by the resource manager where the data plane cannot be reached', async () => {
  await using world = await targetWorld();
  const { arm } = world.env;
  const cut = (path: string) => path.includes('/modelmanagement/') || path.includes('/discovery');
  const unreachable = new ProblemError({ code: 'network-unreachable', owner: 'service', message: 'No way.', next: ['Look.'] });
  const context = world.context(cluster('aks1', 'aks-prod'));
  const env = {
    ...context.env,
    arm: { ...arm, send: (...[request, signal]: Parameters<typeof arm.send>) => (cut(request.path) ? Promise.reject(unreachable) : arm.send(request, signal)) },
  };
  expect((await aksAttach.endpoints({ kind: 'none' }, { ...context, env }))?.scoringUris).toEqual([
    'http://203.0.113.10:80/api/v1/service/credit-scorer/score',
  ]);
});
