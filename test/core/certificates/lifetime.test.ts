import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lifetime } from '../../../src/core/certificates/lifetime.ts';

const DAY = 86_400_000;
const START = Date.parse('2026-01-01T00:00:00Z');
const life = (days: number, age: number, limits = {}) =>
  lifetime(new Date(START).toISOString(), new Date(START + days * DAY).toISOString(), START + age * DAY, limits);

describe('how much of its life a certificate has left', () => {
  it.each([
    [90, 59, 'ok'],
    [90, 61, 'warning'],
    [90, 76, 'error'],
    [47, 31, 'ok'],
    [47, 32, 'warning'],
    [47, 40, 'error'],
    [398, 260, 'ok'],
    [398, 270, 'warning'],
    [6, 3.5, 'error'],
    [90, 91, 'error'],
  ] as const)('%s days, %s old: %s', (days, age, severity) => {
    expect(life(days, age).severity).toBe(severity);
  });

  it('may be judged by fixed days', () => {
    expect(life(90, 61, { warnDays: 10 }).severity).toBe('ok');
    expect(life(90, 1, { errorDays: 100 }).severity).toBe('error');
  });

  it('counts whole days, down', () => {
    expect([life(90, 0).daysLeft, life(90, 89.5).daysLeft, life(90, 90.5).daysLeft]).toEqual([90, 0, -1]);
  });

  it('is due for renewal exactly when the warning begins', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 4000 }), (days) => {
        const due = Date.parse(life(days, 0).renewAt);
        expect(life(days, (due - START) / DAY - 0.01).severity).toBe('ok');
        expect(life(days, (due - START) / DAY + 0.01).severity).toBe('warning');
      }),
    );
  });
});
