import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../../src/plugins/shared/local/clock.ts';

const never = new AbortController().signal;

describe('the system clock', () => {
  it('sleeps at least as long as asked', async () => {
    const begun = performance.now();
    await systemClock.sleep(20, never);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(19);
  });

  it('rejects with the reason of the signal, before and during a sleep', async () => {
    const reason = new Error('enough');
    await expect(systemClock.sleep(1, AbortSignal.abort(reason))).rejects.toBe(reason);
    const controller = new AbortController();
    const sleeping = systemClock.sleep(60_000, controller.signal);
    controller.abort(reason);
    await expect(sleeping).rejects.toBe(reason);
  });

  it('does not take a sleep of a month for no sleep at all', async () => {
    const controller = new AbortController();
    let woke = false;
    const sleeping = systemClock.sleep(2 ** 31 + 1000, controller.signal).then(() => {
      woke = true;
    });
    await systemClock.sleep(20, never);
    expect(woke).toBe(false);
    controller.abort(new Error('done'));
    await expect(sleeping).rejects.toThrow('done');
  });

  it('does not sleep for times that are over or no times', async () => {
    await systemClock.sleep(-5, never);
    await systemClock.sleep(Number.NaN, never);
    expect(systemClock.now()).toBeLessThanOrEqual(Date.now());
  });
});
