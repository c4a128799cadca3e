import { describe, expect, it } from 'vitest';
import { sideBySide } from '../../../../src/ui/commands/check/side-by-side.ts';

describe('hosts side by side', () => {
  it('are not held up by one that is dead, and come back in order', async () => {
    const dead = Promise.withResolvers<string>();
    const done: number[] = [];
    const all = sideBySide([0, 1, 2, 3, 4, 5], 2, async (item) => {
      if (item === 0) return await dead.promise;
      done.push(item);
      // The dead one gives up only when all others have been seen.
      if (done.length === 5) dead.resolve('dead');
      return `seen ${item}`;
    });
    expect(await all).toEqual(['dead', 'seen 1', 'seen 2', 'seen 3', 'seen 4', 'seen 5']);
    expect(done).toEqual([1, 2, 3, 4, 5]);
  });

  it('are never more than the bound', async () => {
    let now = 0;
    let most = 0;
    await sideBySide(Array.from({ length: 20 }), 3, async () => {
      now += 1;
      most = Math.max(most, now);
      await Promise.resolve();
      now -= 1;
    });
    expect(most).toBe(3);
  });
});
