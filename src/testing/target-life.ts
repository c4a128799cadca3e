import assert from 'node:assert/strict';
import { lookAtServed } from '../core/check/served.ts';
import type { TargetPlugin } from '../core/contracts/index.ts';
import { isJson } from './claims.ts';
import { shapeOf } from './run-change.ts';
import type { TargetCase } from './target.ts';
import { holdsNoSecret, type Scene, sceneOf } from './target-scene.ts';
import { targetWorld } from './target-world.ts';

/** Looks twice, acts once, is proved from outside, and has nothing to do after it. */
export async function lifeOf(plugin: TargetPlugin, each: TargetCase): Promise<void> {
  await using world = await targetWorld();
  const scene = await sceneOf(world, each);
  const already = (await world.writes()).length;
  await actOnce(plugin, each, scene, already);
  await servesWhatWasAsked(plugin, each, scene);
  await hasNothingToDo(plugin, scene);
  assert.equal((await world.writes()).length, already + each.sends.length, 'something was sent although nothing was to be done');
}

async function actOnce(plugin: TargetPlugin, each: TargetCase, { world, context, input }: Scene, already: number): Promise<void> {
  const [first, again] = [await plugin.plan(input, context), await plugin.plan(input, context)];
  assert.equal((await world.writes()).length, already, 'planning sent something');
  assert.deepEqual(first.changes.map(shapeOf), again.changes.map(shapeOf), 'two plans differ');
  assert.deepEqual(
    first.changes.map(({ effect }) => effect),
    [each.effect],
  );
  for (const { id, after, requests, why } of first.changes) assert.ok(after !== undefined && requests?.length === 1 && why !== undefined, `${id} says little`);
  holdsNoSecret(first, input.bundle);
  for (const change of first.changes) {
    const { receipt, events } = await world.apply(change, context);
    isJson(receipt);
    holdsNoSecret({ receipt, events }, input.bundle);
    assert.equal(events.filter(({ type }) => type === 'operation').length, 1, 'one operation is told, for the journal');
  }
  const sent = (await world.writes()).slice(already).map(({ method, path }) => `${method} ${path}`);
  assert.equal(sent.length, each.sends.length, sent.join(', '));
  for (const [at, pattern] of each.sends.entries()) assert.match(sent[at] ?? '', pattern);
}

async function hasNothingToDo(plugin: TargetPlugin, { world, context, domain, input }: Scene): Promise<void> {
  const endpoints = await plugin.endpoints(domain, context);
  const modifiedOn = endpoints?.modifiedOn === undefined ? {} : { modifiedOn: endpoints.modifiedOn };
  const fingerprint = input.bundle === undefined ? {} : { fingerprintSha256: input.bundle.fingerprintSha256 };
  const last = { at: new Date(world.env.clock.now()).toISOString(), ...modifiedOn, ...fingerprint };
  const { changes } = await plugin.plan({ ...input, last }, context);
  assert.deepEqual(
    changes.map(({ effect, why }) => [effect, why === undefined]),
    [['none', false]],
  );
}

async function servesWhatWasAsked(plugin: TargetPlugin, each: TargetCase, { context, domain, input }: Scene): Promise<void> {
  const endpoints = await plugin.endpoints(domain, context);
  assert.ok(endpoints !== undefined && endpoints.addresses.length > 0, 'there is no address');
  assert.equal(endpoints.waiting !== undefined, each.waits === true);
  if (domain.kind !== 'custom') assert.deepEqual(endpoints.records, []);
  if (domain.kind === 'none') return;
  const [address = ''] = endpoints.addresses;
  if (domain.kind === 'custom') {
    assert.equal(endpoints.host, domain.fqdn);
    assert.equal(endpoints.port, 443);
    const [record, ...rest] = endpoints.records;
    assert.deepEqual([record?.name, record?.type, record?.data, rest], [domain.fqdn, 'A', address, []]);
  }
  if (each.waits === true) return;
  assert.equal(typeof endpoints.host, 'string');
  const served = await lookAtServed(context.env, { address, port: 443, servername: endpoints.host ?? '' }, context.signal);
  assert.ok(served.seen, `${address} serves nothing`);
  assert.ok(served.leaf.names.includes(endpoints.host ?? ''));
  if (input.bundle !== undefined) assert.equal(served.leaf.fingerprintSha256, input.bundle.fingerprintSha256);
}

/** What one process began and left, the next one follows and does not send again. */
export async function takenUp(plugin: TargetPlugin, each: TargetCase): Promise<void> {
  await using world = await targetWorld();
  const { context, input } = await sceneOf(world, each);
  const already = (await world.writes()).length;
  const [change] = (await plugin.plan(input, context)).changes;
  assert.ok(change !== undefined, 'nothing to do');
  const pending = await world.begin(change, context);
  // The next process plans anew, while Azure is still working.
  const [next] = (await plugin.plan(input, context)).changes;
  assert.equal(next?.id, change.id);
  assert.notEqual(next?.effect, 'none');
  if (next !== undefined) await world.apply(next, context, pending);
  assert.equal((await world.writes()).length, already + each.sends.length, 'it was sent again');
}
