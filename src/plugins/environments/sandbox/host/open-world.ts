import { practiceTime } from '../clock/practice-clock.ts';
import { defaultSeed } from '../state/seed.ts';
import { createStore, openStore, type Store } from '../state/store.ts';
import type { ClockBase } from '../state/world-state.ts';
import { createWorld } from '../world/create-world.ts';
import type { Issuer } from '../world/issuer.ts';

export interface WorldOptions {
  readonly stateDir: string;
  readonly speed: number;
  readonly seedFile: string | undefined;
  readonly issuer: Issuer;
}

/**
 * The world of a state directory, or a new one from the seed. Its clock has run on at the speed it had; from now on it runs at this one.
 * @throws ProblemError of the store and of the seed file
 */
export async function openWorld({ stateDir, speed, seedFile, issuer }: WorldOptions): Promise<Store> {
  const wall = Date.now();
  const store = await openStore(stateDir);
  if (store === undefined) return await beginWorld(stateDir, { practiceAt: wall, wallAt: wall, speed }, seedFile, issuer);
  if (store.state.clock.speed !== speed) {
    store.state.clock = { practiceAt: practiceTime(store.state.clock, wall), wallAt: wall, speed };
    await store.save();
  }
  return store;
}

async function beginWorld(stateDir: string, clock: ClockBase, seedFile: string | undefined, issuer: Issuer): Promise<Store> {
  const seed = seedFile === undefined ? defaultSeed() : await (await import('../state/seed-file.ts')).readSeedFile(seedFile);
  return await createStore(stateDir, await createWorld({ seed, clock, issuer }));
}
