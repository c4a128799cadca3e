import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { Answers, Json, TargetPlugin } from '../../../src/core/contracts/index.ts';
import { domainOf } from '../../../src/core/domain/domain-of.ts';
import aci from '../../../src/plugins/targets/aci/index.ts';
import aksAttach from '../../../src/plugins/targets/aks-attach/index.ts';
import aksProvision from '../../../src/plugins/targets/aks-provision/index.ts';
import { targetWorld } from '../../helpers/target-world.ts';
import { microsoft, own } from './answers.ts';

const sha256 = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** What the plan announced, and what reached the service, certificate and key as their digests. */
async function announcedAndSent(plugin: TargetPlugin, answers: Answers) {
  await using world = await targetWorld();
  const context = world.context(answers);
  const domain = domainOf(context.answers);
  const bundle = domain.kind === 'custom' ? await world.bundle(domain.fqdn) : undefined;
  const [change] = (await plugin.plan({ domain, redeploy: false, ...(bundle === undefined ? {} : { bundle }) }, context)).changes;
  if (change === undefined) throw new Error('nothing to do');
  await world.apply(change, context);
  const [sent] = await world.writes();
  const digests = bundle === undefined ? { cert: '', key: '' } : { cert: sha256(bundle.chainPem), key: sha256(await readFile(bundle.key.name, 'utf8')) };
  return { announced: change.requests?.[0]?.body ?? null, sent: sent?.body, digests, fingerprint: bundle?.fingerprintSha256 ?? '' };
}

/** What the preview stands for. */
function meant(announced: Json, fingerprint: string, { cert, key }: { cert: string; key: string }): unknown {
  return JSON.parse(JSON.stringify(announced).replaceAll(`sha256:${fingerprint}`, cert).replaceAll('(private key)', key));
}

it.each([
  ['a compute that is made', aksProvision, { ...own, 'target.computeName': 'aks-new' }],
  ['a compute that is made, Microsoft', aksProvision, { ...microsoft, 'target.computeName': 'aks-new' }],
  [
    'a cluster that is attached',
    aksAttach,
    { ...own, 'target.computeName': 'aks-new', 'target.clusterResourceGroup': 'rg-practice', 'target.clusterName': 'aks2' },
  ],
  ['a compute that is updated', aksProvision, { ...own, 'target.computeName': 'aks-prod' }],
  ['a service that is patched', aci, { ...own, 'target.serviceName': 'scorer' }],
])('sends for %s what the plan announced', async (_name, plugin, answers) => {
  const { announced, sent, digests, fingerprint } = await announcedAndSent(plugin, answers);
  expect(sent).toEqual(meant(announced, fingerprint, digests));
});

it('sends nothing of TLS when only the load balancer changes', async () => {
  await using world = await targetWorld();
  const answers = { 'domain.kind': 'none', 'target.computeName': 'aks-prod', 'target.loadBalancerType': 'InternalLoadBalancer' };
  const context = world.context(answers);
  const planned = await aksProvision.plan({ domain: { kind: 'none' }, redeploy: false }, context);
  const [change] = planned.changes;
  expect(change).toMatchObject({ effect: 'update', before: { loadBalancerType: 'PublicIp' }, after: { loadBalancerType: 'InternalLoadBalancer' } });
  if (change !== undefined) await world.apply(change, context);
  const [sent] = await world.writes();
  expect(sent?.body).toMatchObject({ properties: { properties: { loadBalancerType: 'InternalLoadBalancer' } } });
  expect(JSON.stringify(sent?.body)).not.toContain('sslConfiguration');
  expect((await aksProvision.plan({ domain: { kind: 'none' }, redeploy: false }, context)).changes).toMatchObject([{ effect: 'none' }]);
});
