import { describe, expect, it } from 'vitest';
import { createTurns } from '../../../../src/plugins/shared/dns/turns.ts';

const { signal } = new AbortController();

describe('turns', () => {
  const onAClock = (start = 0) => {
    const clock = { now: start };
    const pause = async (ms: number): Promise<void> => {
      clock.now += ms;
    };
    return { clock, turns: createTurns({ perSecond: 5, burst: 2, now: () => clock.now, pause }) };
  };

  it('lets nobody ask one server more often than so many times in any second, and others at once', async () => {
    const { clock, turns } = onAClock();
    const times: number[] = [];
    for (let at = 0; at < 8; at += 1) {
      using turn = await turns.take('192.0.2.1:53', signal);
      await turn.send(() => times.push(clock.now), signal);
    }
    expect(times).toEqual([0, 0, 200, 400, 600, 800, 1000, 1200]);
    using other = await turns.take('192.0.2.2:53', signal);
    await other.send(() => times.push(clock.now), signal);
    expect(times.at(-1)).toBe(1200);
  });

  it('counts what is sent, not what might have been: turns that were held up do not go out together', async () => {
    const { clock, turns } = onAClock();
    const held = [];
    for (let at = 0; at < 4; at += 1) held.push(await turns.take('192.0.2.1:53', signal));
    clock.now = 60_000;
    const times: number[] = [];
    await Promise.all(held.map((turn) => turn.send(() => times.push(clock.now - 60_000), signal)));
    for (const turn of held) turn[Symbol.dispose]();
    const [first, second, ...later] = times;
    expect([first, second]).toEqual([0, 0]);
    for (const [at, time] of later.entries()) expect(time).toBeGreaterThanOrEqual((at + 1) * 200);
  });

  it('sends nothing for who has gone', async () => {
    const { turns } = onAClock();
    const stop = new AbortController();
    using turn = await turns.take('192.0.2.1:53', signal);
    stop.abort(new Error('enough'));
    const sent: string[] = [];
    await expect(turn.send(() => sent.push('it'), stop.signal)).rejects.toThrow('enough');
    expect(sent).toEqual([]);
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
