import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStore, openStore, stateFile } from '../../../../../src/plugins/environments/sandbox/state/store.ts';
import { practice } from '../world/practice.ts';

let folder = '';
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'amltls-store-')), 'state');
});
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

describe('the store', () => {
  it('has nothing at first', async () => {
    expect(await openStore(folder)).toBeUndefined();
  });

  it('gives back what was saved, for this user alone', async () => {
    const { world } = await practice();
    await createStore(folder, world.state);
    expect((await openStore(folder))?.state).toEqual(world.state);
    if (process.platform !== 'win32') {
      expect((await stat(stateFile(folder))).mode & 0o777).toBe(0o600);
      expect((await stat(folder)).mode & 0o777).toBe(0o700);
    }
  });

  it('shares writes, and the last change is always on the disk', async () => {
    const store = await createStore(folder, (await practice()).world.state);
    const saves = Array.from({ length: 50 }, (_, index) => {
      store.state.addresses.public = index;
      return store.save();
    });
    expect(new Set(saves).size).toBeLessThanOrEqual(2);
    await Promise.all(saves);
    expect(JSON.parse(await readFile(stateFile(folder), 'utf8'))).toMatchObject({ addresses: { public: 49 } });
    store.state.addresses.public = 50;
    store.saveSoon();
    await store.close();
    expect((await openStore(folder))?.state.addresses.public).toBe(50);
  });

  it.each([
    ['{"version":1', 'sandbox-state-damaged'],
    ['{"version":1,"token":4}', 'sandbox-state-damaged'],
    ['[]', 'sandbox-state-damaged'],
    ['{"version":2}', 'sandbox-state-version'],
  ])('says what to do about %s', async (text, code) => {
    await createStore(folder, (await practice()).world.state);
    await writeFile(stateFile(folder), text);
    await expect(openStore(folder)).rejects.toMatchObject({ problem: { code, next: [expect.anything()] } });
  });

  it('says where it cannot write', async () => {
    await writeFile(folder, 'a file where the folder should be');
    await expect(createStore(folder, (await practice()).world.state)).rejects.toMatchObject({ problem: { code: 'sandbox-state-unusable' } });
  });
});
