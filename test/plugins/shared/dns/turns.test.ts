import { describe, expect, it } from 'vitest';
import { createTurns } from '../../../../src/plugins/shared/dns/turns.ts';

const { signal } = new AbortController();

describe('turns', () => {
  it('lets nobody ask one server more often than so many times in any second, and others at once', async () => {
    const turns = createTurns({ perSecond: 5 });
    const began = performance.now();
    const times = await Promise.all(
      Array.from({ length: 13 }, async () => {
        using _turn = await turns.take('192.0.2.1:53', signal);
        return performance.now() - began;
      }),
    );
    const sorted = times.sort((one, other) => one - other);
    for (const [at, time] of sorted.entries()) if (at >= 5) expect(time - (sorted[at - 5] ?? 0)).toBeGreaterThan(990);
    using _other = await turns.take('192.0.2.2:53', signal);
    expect(performance.now() - began).toBeLessThan((sorted.at(-1) ?? 0) + 500);
  });

  it('keeps so many sockets open and no more', async () => {
    const turns = createTurns({ atOnce: 2 });
    const [one, two] = [await turns.take('a', signal), await turns.take('b', signal)];
    let third = false;
    const waiting = turns.take('c', signal).then((turn) => {
      third = true;
      return turn;
    });
    const stop = new AbortController();
    const gone = turns.take('d', stop.signal);
    stop.abort(new Error('enough'));
    await expect(gone).rejects.toThrow('enough');
    expect(third).toBe(false);
    one[Symbol.dispose]();
    (await waiting)[Symbol.dispose]();
    two[Symbol.dispose]();
    expect(third).toBe(true);
  });
});
