import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookAtServed } from '../../src/core/check/served.ts';
import type { Answers, CertBundle, Change, Context, Domain, Problem, TargetInput, TargetPlugin } from '../../src/core/contracts/index.ts';
import { domainOf } from '../../src/core/domain/domain-of.ts';
import { exitCodeOf, ProblemError } from '../../src/core/problems/problem-error.ts';
import { type TargetWorld, targetWorld } from '../helpers/target-world.ts';

/** Something to deploy, in a fresh practice Azure. */
export interface TargetCase {
  readonly name: string;
  /** Without `azure.*`; `domain.*` included. */
  readonly answers: Answers;
  readonly effect: 'create' | 'update';
  /** What is sent, in order: `PUT /subscriptions/…/computes/aks-prod`. */
  readonly sends: readonly RegExp[];
  /** Nothing answers before a service is deployed. */
  readonly waits?: boolean;
  /** Prepares the world: a file, a service. */
  readonly prepare?: (world: TargetWorld) => Promise<void>;
}

/** Something that has to be refused before anything is sent; all in one practice Azure. */
export interface TargetRefusal {
  readonly name: string;
  readonly answers: Answers;
  readonly code: string;
  readonly prepare?: (world: TargetWorld) => Promise<void>;
}

export interface TargetContract {
  readonly plugin: TargetPlugin;
  readonly cases: readonly TargetCase[];
  readonly refusals: readonly TargetRefusal[];
}

/** What every target plugin has to be, against the practice Azure. */
export function targetContract({ plugin, cases, refusals }: TargetContract): void {
  describe(`target ${plugin.id}`, () => {
    it('is what it says it is', () => isWhatItSays(plugin));
    for (const each of cases) {
      describe(each.name, () => {
        it('looks, acts once, proves it, and then has nothing to do', () => lifeOf(plugin, each));
        it('goes on with what another process began', () => takenUp(plugin, each));
      });
    }
    describe('refuses, and sends nothing', () => {
      let world: TargetWorld;
      beforeAll(async () => {
        world = await targetWorld();
      });
      afterAll(() => world[Symbol.asyncDispose]());
      for (const refusal of refusals) it(refusal.name, () => refused(world, plugin, refusal));
    });
  });
}

function isWhatItSays(plugin: TargetPlugin): void {
  expect(plugin).toMatchObject({ api: 1, kind: 'target', id: expect.stringMatching(/^[a-z][a-z0-9-]*$/) });
  const keys = plugin.questions.map(({ key }) => key);
  expect(keys).toEqual([...new Set(keys)]);
  expect(keys.filter((key) => !key.startsWith('target.'))).toEqual([]);
  for (const question of plugin.questions) {
    if (question.advanced === true) expect([question.key, question.optional === true || question.defaulted === true]).toEqual([question.key, true]);
    if (question.defaulted === true) expect([question.key, typeof question.initial]).toEqual([question.key, 'function']);
    const empty = question.when?.({});
    expect([undefined, true, false]).toContain(empty);
    expect(question.when?.({})).toBe(empty);
  }
}

interface Scene {
  readonly world: TargetWorld;
  readonly context: Context;
  readonly domain: Domain;
  readonly input: TargetInput;
}

async function sceneOf(world: TargetWorld, { answers, prepare }: Pick<TargetCase, 'answers' | 'prepare'>): Promise<Scene> {
  await prepare?.(world);
  const context = world.context(answers);
  const domain = domainOf(context.answers);
  const bundle = domain.kind === 'custom' ? await world.bundle(domain.fqdn) : undefined;
  return { world, context, domain, input: { domain, redeploy: false, ...(bundle === undefined ? {} : { bundle }) } };
}

async function lifeOf(plugin: TargetPlugin, each: TargetCase): Promise<void> {
  await using world = await targetWorld();
  const { context, domain, input } = await sceneOf(world, each);
  const already = (await world.writes()).length;

  const [first, again] = [await plugin.plan(input, context), await plugin.plan(input, context)];
  expect((await world.writes()).length).toBe(already);
  expect(first.changes.map(shape)).toEqual(again.changes.map(shape));
  expect(first.changes.map(({ effect }) => effect)).toEqual([each.effect]);
  expect(first.changes.every(({ after, requests, why }) => after !== undefined && requests?.length === 1 && why !== undefined)).toBe(true);
  holdsNoSecret(first, input.bundle);

  for (const change of first.changes) {
    const { receipt, events } = await world.apply(change, context);
    expect(JSON.parse(JSON.stringify(receipt))).toEqual(receipt);
    holdsNoSecret({ receipt, events }, input.bundle);
    expect(events.filter(({ type }) => type === 'operation')).toHaveLength(1);
  }
  const sent = (await world.writes()).slice(already).map(({ method, path }) => `${method} ${path}`);
  expect(sent).toEqual(each.sends.map((pattern) => expect.stringMatching(pattern)));

  await servesWhatWasAsked(plugin, each, { world, context, domain, input });

  const endpoints = await plugin.endpoints(domain, context);
  const modifiedOn = endpoints?.modifiedOn === undefined ? {} : { modifiedOn: endpoints.modifiedOn };
  const fingerprint = input.bundle === undefined ? {} : { fingerprintSha256: input.bundle.fingerprintSha256 };
  const last = { at: new Date(world.env.clock.now()).toISOString(), ...modifiedOn, ...fingerprint };
  const after = await plugin.plan({ ...input, last }, context);
  expect(after.changes.map(({ effect, why }) => [effect, why === undefined])).toEqual([['none', false]]);
  expect((await world.writes()).length).toBe(already + each.sends.length);
}

async function servesWhatWasAsked(plugin: TargetPlugin, each: TargetCase, { context, domain, input }: Scene): Promise<void> {
  const endpoints = await plugin.endpoints(domain, context);
  expect(endpoints?.addresses.length).toBeGreaterThan(0);
  expect(endpoints?.waiting !== undefined).toBe(each.waits === true);
  if (domain.kind !== 'custom') expect(endpoints?.records).toEqual([]);
  if (domain.kind === 'none') return;
  const [address = ''] = endpoints?.addresses ?? [];
  if (domain.kind === 'custom') expect(endpoints).toMatchObject({ host: domain.fqdn, port: 443, records: [{ name: domain.fqdn, type: 'A', data: address }] });
  if (each.waits === true) return;
  expect(endpoints?.host).toEqual(expect.any(String));
  const served = await lookAtServed(context.env, { address, port: 443, servername: endpoints?.host ?? '' }, context.signal);
  if (!served.seen) throw new Error(`${address} serves nothing: ${served.reason}`);
  expect(served.leaf.names).toContain(endpoints?.host);
  if (input.bundle !== undefined) expect(served.leaf.fingerprintSha256).toBe(input.bundle.fingerprintSha256);
}

async function takenUp(plugin: TargetPlugin, each: TargetCase): Promise<void> {
  await using world = await targetWorld();
  const { context, input } = await sceneOf(world, each);
  const already = (await world.writes()).length;
  const [change] = (await plugin.plan(input, context)).changes;
  if (change === undefined) throw new Error('nothing to do');
  const pending = await world.begin(change, context);

  // The next process plans anew, while Azure is still working.
  const [next] = (await plugin.plan(input, context)).changes;
  expect(next?.id).toBe(change.id);
  expect(next?.effect).not.toBe('none');
  if (next !== undefined) await world.apply(next, context, pending);
  expect((await world.writes()).length).toBe(already + each.sends.length);
}

async function refused(world: TargetWorld, plugin: TargetPlugin, refusal: TargetRefusal): Promise<void> {
  const { context, input } = await sceneOf(world, refusal);
  const already = (await world.writes()).length;
  const problem = await plugin.plan(input, context).then(
    () => undefined,
    (thrown: unknown) => (thrown instanceof ProblemError ? thrown.problem : thrown),
  );
  expect(problem).toMatchObject({ code: refusal.code, next: expect.arrayContaining([expect.anything()]) });
  expect(exitCodeOf(problem as Problem)).toBe(2);
  expect((await world.writes()).length).toBe(already);
}

function shape({ id, step, effect, before, after, requests }: Change) {
  return { id, step, effect, before, after, requests };
}

function holdsNoSecret(kept: unknown, bundle: CertBundle | undefined): void {
  const text = JSON.stringify(kept);
  expect(text).not.toContain('-----BEGIN');
  // The DER of a key or certificate without its armour.
  expect(text).not.toMatch(/MI[IG][A-Za-z0-9+/]{20}/);
  if (bundle !== undefined) expect(text).not.toContain(bundle.chainPem.split('\n')[1]);
}
