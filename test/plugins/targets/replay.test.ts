import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Answers, Outcome, RunEvent } from '../../../src/core/contracts/index.ts';
import { prepare } from '../../../src/core/engine/prepare.ts';
import { run } from '../../../src/core/engine/run.ts';
import { openStore } from '../../../src/core/engine/store.ts';
import { createRegistry } from '../../../src/core/registry/registry.ts';
import { builtIns } from '../../../src/plugins/index.ts';
import { type TargetWorld, targetWorld } from '../../helpers/target-world.ts';

/** The same profile again: everything is looked at anew, only the record is kept. */
async function replay(world: TargetWorld, answers: Answers): Promise<Outcome | undefined> {
  const { env, folder } = world;
  const prepared = await prepare({
    env,
    registry: createRegistry(builtIns),
    answers,
    profile: 'contoso',
    paths: world.context({}).paths,
    store: openStore({ files: env.files, folder: join(folder, 'store') }),
    redeploy: false,
    signal: new AbortController().signal,
  });
  let last: RunEvent | undefined;
  for await (const event of run(prepared, { wait: true })) {
    last = event;
    await world.pass(event);
  }
  return last?.type === 'outcome' ? last : undefined;
}

async function ownCertificate(world: TargetWorld): Promise<Answers> {
  const { files } = await world.bundle('www.contoso.com');
  return {
    'domain.kind': 'custom',
    'domain.fqdn': 'www.contoso.com',
    'certificate.plugin': 'pem',
    'certificate.certFile': files?.cert ?? '',
    'certificate.keyFile': files?.key ?? '',
    'certificate.trust': files?.cert ?? '',
    'dns.plugin': 'practice',
  };
}

const microsoft = { 'domain.kind': 'microsoft', 'domain.leafDomainLabel': 'contoso' };
const attach = (cluster: string, computeName: string) => ({
  'target.plugin': 'aks-attach',
  'target.computeName': computeName,
  'target.clusterResourceGroup': 'rg-practice',
  'target.clusterName': cluster,
});

it.each([
  ['an attached cluster', attach('aks2', 'aks-new'), 'done', 'unchanged'],
  ['a cluster without a service', attach('aks-quiet', 'aks-new'), 'waiting', 'waiting'],
  ['an ACI service', { 'target.plugin': 'aci', 'target.serviceName': 'scorer' }, 'done', 'unchanged'],
])('replays a satisfied profile of %s without sending anything', async (_name, target, first, second) => {
  await using world = await targetWorld();
  const answers = { ...target, ...(await ownCertificate(world)) };
  expect(await replay(world, answers)).toMatchObject({ status: first, exitCode: 0, changed: true });
  const sent = (await world.writes()).length;
  expect(await replay(world, answers)).toMatchObject({ status: second, exitCode: 0, changed: false });
  expect((await world.writes()).length).toBe(sent);
});

it.each([
  ['a new cluster', { 'target.plugin': 'aks-provision', 'target.computeName': 'aks-new' }, 'done', 'unchanged'],
  ['a cluster without a service', attach('aks-quiet', 'aks-new'), 'waiting', 'waiting'],
])('the same with a Microsoft certificate: %s', async (_name, target, first, second) => {
  await using world = await targetWorld();
  const answers = { ...target, ...microsoft };
  expect(await replay(world, answers)).toMatchObject({ status: first, exitCode: 0, changed: true });
  expect(await replay(world, answers)).toMatchObject({ status: second, exitCode: 0, changed: false });
  expect((await world.writes()).length).toBe(1);
});
