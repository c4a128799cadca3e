import assert from 'node:assert/strict';
import type { Answers, TargetPlugin } from '../core/contracts/index.ts';
import { exitCodeOf } from '../core/problems/problem-error.ts';
import { isWhatItSays, problemOf } from './claims.ts';
import type { Runner } from './runner.ts';
import { lifeOf, takenUp } from './target-life.ts';
import { sceneOf } from './target-scene.ts';
import { type TargetWorld, targetWorld } from './target-world.ts';

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
export function targetContract({ describe, it, after }: Runner, { plugin, cases, refusals }: TargetContract): void {
  describe(`target ${plugin.id}`, () => {
    it('is what it says it is', () => isWhatItSays(plugin, 'target', 'target'));
    for (const each of cases) {
      describe(each.name, () => {
        it('looks, acts once, proves it, and then has nothing to do', () => lifeOf(plugin, each));
        it('goes on with what another process began', () => takenUp(plugin, each));
      });
    }
    describe('refuses, and sends nothing', () => {
      let opened: Promise<TargetWorld> | undefined;
      after(async () => (await opened)?.[Symbol.asyncDispose]());
      for (const refusal of refusals) {
        it(refusal.name, async () => {
          opened ??= targetWorld();
          await refused(await opened, plugin, refusal);
        });
      }
    });
  });
}

async function refused(world: TargetWorld, plugin: TargetPlugin, refusal: TargetRefusal): Promise<void> {
  const { context, input } = await sceneOf(world, refusal);
  const already = (await world.writes()).length;
  const problem = await problemOf(plugin.plan(input, context));
  assert.equal(problem.code, refusal.code);
  assert.ok(problem.next.length > 0, 'says what to do next');
  assert.equal(exitCodeOf(problem), 2);
  assert.equal((await world.writes()).length, already, 'something was sent');
}
