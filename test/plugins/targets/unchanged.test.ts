import { expect, it } from 'vitest';
import type { Answers, CertBundle, Context, Deployment, Domain, TargetPlugin } from '../../../src/core/contracts/index.ts';
import { exitCodeOf, ProblemError } from '../../../src/core/problems/problem-error.ts';
import aci from '../../../src/plugins/targets/aci/index.ts';
import aksAttach from '../../../src/plugins/targets/aks-attach/index.ts';
import { type TargetWorld, targetWorld } from '../../helpers/target-world.ts';
import { microsoft, none, own } from './answers.ts';

const domain: Domain = { kind: 'custom', fqdn: 'www.contoso.com' };
const cluster = (name: string, computeName: string): Answers => ({
  ...own,
  'target.computeName': computeName,
  'target.clusterResourceGroup': 'rg-practice',
  'target.clusterName': name,
});

async function deployed(world: TargetWorld, plugin: TargetPlugin, context: Context, wanted: Domain, bundle?: CertBundle): Promise<Deployment> {
  const [change] = (await plugin.plan({ domain: wanted, redeploy: false, ...(bundle === undefined ? {} : { bundle }) }, context)).changes;
  if (change !== undefined && change.effect !== 'none') await world.apply(change, context);
  const modifiedOn = (await plugin.endpoints(wanted, context))?.modifiedOn;
  return {
    at: new Date(context.env.clock.now()).toISOString(),
    ...(modifiedOn === undefined ? {} : { modifiedOn }),
    ...(bundle === undefined ? {} : { fingerprintSha256: bundle.fingerprintSha256 }),
  };
}

async function problemOf(work: Promise<unknown>) {
  const thrown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(thrown instanceof ProblemError)) throw new Error(`no problem, but ${String(thrown)}`);
  return thrown.problem;
}

it.each([
  ['AKS', aksAttach, cluster('aks1', 'aks-prod')],
  ['ACI', aci, { ...own, 'target.serviceName': 'scorer' }],
])('lets the served certificate decide on %s, whatever is recorded', async (_name, plugin, answers) => {
  await using world = await targetWorld();
  const context = world.context(answers);
  const [first, second] = [await world.bundle('www.contoso.com'), await world.bundle('www.contoso.com')];
  const last = await deployed(world, plugin, context, domain, first);
  const plan = async (bundle: CertBundle, record?: Deployment) =>
    (await plugin.plan({ domain, bundle, redeploy: false, ...(record === undefined ? {} : { last: record }) }, context)).changes.map(({ effect }) => effect);
  expect(await plan(first)).toEqual(['none']);
  expect(await plan(second)).toEqual(['update']);
  expect(await plan(second, { ...last, fingerprintSha256: second.fingerprintSha256 })).toEqual(['update']);
  await deployed(world, plugin, context, domain, second);
  expect(await plan(second)).toEqual(['none']);
});

async function quiet(world: TargetWorld) {
  const context = world.context(cluster('aks-quiet', 'aks-new'));
  const bundle = await world.bundle('www.contoso.com');
  const last = await deployed(world, aksAttach, context, domain, bundle);
  return { context, bundle, last };
}

it('goes by the record where nothing can be seen', async () => {
  await using world = await targetWorld();
  const { context, bundle, last } = await quiet(world);
  const other = await world.bundle('www.contoso.com');
  expect((await aksAttach.plan({ domain, bundle, last, redeploy: false }, context)).changes).toMatchObject([{ effect: 'none' }]);
  expect((await aksAttach.plan({ domain, bundle: other, last, redeploy: false }, context)).changes).toMatchObject([{ effect: 'update' }]);
});

it('says that it cannot tell, and sends nothing, unless somebody insists', async () => {
  await using world = await targetWorld();
  const { context, bundle, last } = await quiet(world);
  const already = (await world.writes()).length;
  const unknowns = [{}, { last: { ...last, modifiedOn: '2020-01-01T00:00:00Z' } }, { last: { at: last.at, fingerprintSha256: bundle.fingerprintSha256 } }];
  for (const unknown of unknowns) {
    const problem = await problemOf(aksAttach.plan({ domain, bundle, redeploy: false, ...unknown }, context));
    expect(problem.code).toBe('cannot-tell');
    expect(exitCodeOf(problem)).toBe(3);
    expect(problem.next.length).toBeGreaterThan(0);
  }
  expect((await world.writes()).length).toBe(already);
  expect((await aksAttach.plan({ domain, bundle, redeploy: true }, context)).changes).toMatchObject([{ effect: 'update' }]);
});

it('takes a Microsoft certificate for right while it is valid, and for another label not', async () => {
  await using world = await targetWorld();
  const context = world.context({ ...cluster('aks1', 'aks-prod'), ...microsoft });
  const wanted: Domain = { kind: 'microsoft', leafDomainLabel: 'contoso', overwriteExistingDomain: false };
  await deployed(world, aksAttach, context, wanted);
  const effects = async (asked: Domain) => (await aksAttach.plan({ domain: asked, redeploy: false }, context)).changes.map(({ effect }) => effect);
  expect(await effects(wanted)).toEqual(['none']);
  expect(await effects({ ...wanted, leafDomainLabel: 'fabrikam' })).toEqual(['update']);
  await world.sandbox.advance(200 * 86_400_000);
  expect(await effects(wanted)).toEqual(['update']);
});

it.each([
  ['AKS', aksAttach, cluster('aks1', 'aks-prod'), 'aks-tls-is-on'],
  ['ACI', aci, { ...own, 'target.serviceName': 'scorer' }, 'aci-tls-is-on'],
])('does not switch TLS off in passing on %s', async (_name, plugin, answers, code) => {
  await using world = await targetWorld();
  await deployed(world, plugin, world.context(answers), domain, await world.bundle('www.contoso.com'));
  const problem = await problemOf(plugin.plan({ domain: { kind: 'none' }, redeploy: false }, world.context({ ...answers, ...none })));
  expect(problem).toMatchObject({ code, owner: 'you' });
  expect(JSON.stringify(problem.next)).toContain('amltls disable contoso');
});
