import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { createPracticeClock, practiceTime } from '../../../../../src/plugins/environments/sandbox/clock/practice-clock.ts';

const HOUR = 3_600_000;
const never = new AbortController().signal;

describe('practice time', () => {
  test('runs on while everything is closed, at the stored speed', () => {
    const base = { practiceAt: 1_000_000, wallAt: 500, speed: 75 };
    expect(practiceTime(base, 500 + 8_000)).toBe(1_000_000 + 600_000);
  });

  test('never runs backwards, whatever the wall clock does', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), fc.double({ min: 0.1, max: 1e5, noNaN: true }), (practiceAt, wallAt, wall, speed) => {
        expect(practiceTime({ practiceAt, wallAt, speed }, wall)).toBeGreaterThanOrEqual(practiceAt);
      }),
    );
  });

  test('a jump keeps the speed and the time that went by', () => {
    let wall = 1_000;
    const clock = createPracticeClock({ practiceAt: 0, wallAt: 1_000, speed: 10 }, () => wall);
    wall = 1_100;
    clock.advance(5 * HOUR);
    expect(clock.now()).toBe(5 * HOUR + 1_000);
    wall = 1_200;
    expect(clock.now()).toBe(5 * HOUR + 2_000);
    expect(clock.base()).toEqual({ practiceAt: 5 * HOUR + 1_000, wallAt: 1_100, speed: 10 });
  });
});

describe('sleep', () => {
  test('lasts practice time', async () => {
    const clock = createPracticeClock({ practiceAt: 0, wallAt: Date.now(), speed: 100_000 });
    await clock.sleep(1_000_000, never);
    expect(clock.now()).toBeGreaterThanOrEqual(1_000_000);
  });

  test('a jump wakes those whose time has come, and only those', async () => {
    const clock = createPracticeClock({ practiceAt: 0, wallAt: Date.now(), speed: 1 });
    const woken: string[] = [];
    const late = new AbortController();
    const sleeping = [clock.sleep(5 * HOUR, never).then(() => woken.push('five hours')), clock.sleep(9 * HOUR, late.signal).catch(() => woken.push('aborted'))];
    clock.advance(6 * HOUR);
    await sleeping[0];
    expect(woken).toEqual(['five hours']);
    late.abort();
    await sleeping[1];
    expect(woken).toEqual(['five hours', 'aborted']);
  });

  test('being put on another line wakes too', async () => {
    const clock = createPracticeClock({ practiceAt: 0, wallAt: Date.now(), speed: 1 });
    const sleeping = clock.sleep(HOUR, never);
    clock.rebase({ practiceAt: 2 * HOUR, wallAt: Date.now(), speed: 1 });
    await sleeping;
    expect(clock.now()).toBeGreaterThanOrEqual(2 * HOUR);
  });

  test('rejects with the reason of the signal, before and while', async () => {
    const clock = createPracticeClock({ practiceAt: 0, wallAt: Date.now(), speed: 1 });
    const reason = new Error('quit');
    await expect(clock.sleep(HOUR, AbortSignal.abort(reason))).rejects.toBe(reason);
    const stop = new AbortController();
    const sleeping = clock.sleep(HOUR, stop.signal);
    stop.abort(reason);
    await expect(sleeping).rejects.toBe(reason);
  });

  test('longer than a timer can count', async () => {
    vi.useFakeTimers();
    try {
      const clock = createPracticeClock({ practiceAt: 0, wallAt: Date.now(), speed: 1 });
      const days = 40 * 24 * HOUR;
      let awake = false;
      const sleeping = clock.sleep(days, never).then(() => {
        awake = true;
      });
      await vi.advanceTimersByTimeAsync(days - 1);
      expect(awake).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      await sleeping;
      expect(awake).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  test('tells listeners until they are disposed of', () => {
    const clock = createPracticeClock({ practiceAt: 0, wallAt: 0, speed: 1 }, () => 0);
    let heard = 0;
    const listening = clock.onChange(() => {
      heard += 1;
    });
    clock.advance(1);
    listening[Symbol.dispose]();
    clock.advance(1);
    expect(heard).toBe(1);
  });
});
