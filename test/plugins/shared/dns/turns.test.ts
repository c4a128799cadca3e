import { describe, expect, it } from 'vitest';
import { createTurns } from '../../../../src/plugins/shared/dns/turns.ts';

const { signal } = new AbortController();

describe('turns', () => {
  it('lets nobody ask one server more often than so many times in any second, and others at once', async () => {
    let now = 0;
    const pause = async (ms: number): Promise<void> => {
      now += ms;
    };
    const turns = createTurns({ perSecond: 5, now: () => now, pause });
    const times: number[] = [];
    for (let at = 0; at < 13; at += 1) {
      using _turn = await turns.take('192.0.2.1:53', signal);
      times.push(now);
    }
    expect(times).toEqual([0, 0, 0, 0, 0, 1000, 1000, 1000, 1000, 1000, 2000, 2000, 2000]);
    using _other = await turns.take('192.0.2.2:53', signal);
    expect(now).toBe(2000);
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
