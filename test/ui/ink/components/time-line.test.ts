import { describe, expect, it } from 'vitest';
import { drawTimeLine, timeLineFits } from '../../../../src/ui/ink/components/time-line/draw.ts';
import { rowWidth } from '../../../../src/ui/ink/layout/rows.ts';
import { lookOf, wordsOf } from '../../../helpers/frame.ts';

const HOUR = 3_600_000;
process.env['TZ'] = 'UTC';
const startedAt = Date.UTC(2026, 10, 24, 10, 30);
const renewal = { startedAt, expectedMs: 5 * HOUR, deadline: startedAt + 10 * HOUR };

describe('the time line of a long wait', () => {
  it('shows the hours to the usual end, with a mark now', () => {
    const rows = wordsOf(drawTimeLine({ ...renewal, now: startedAt + 2.5 * HOUR }, 61, lookOf()));
    expect(rows).toEqual([
      '┿━━━━━━━━━━━┿━━━━━━━━━━━┿━━━━━●─────┼───────────┼───────────┼',
      '10:30     11:30       12:30       13:30       14:30     15:30',
      'asked                        now                 usually done',
    ]);
  });

  it('goes on to the end of patience once the usual end is over', () => {
    const rows = wordsOf(drawTimeLine({ ...renewal, now: startedAt + 7 * HOUR }, 72, lookOf()));
    expect(rows[1]).toContain('20:30');
    expect(rows[2]).toMatch(/^asked +usually done +now +gives up$/);
  });

  it.each(['en', 'ja'] as const)('is never wider than its place, wherever now is (%s)', (language) => {
    for (const unicode of [true, false])
      for (let width = 50; width < 110; width += 3)
        for (let hours = -1; hours < 14; hours += 0.7)
          for (const row of drawTimeLine({ ...renewal, now: startedAt + hours * HOUR }, width, lookOf({ language, unicode })))
            expect(rowWidth(row)).toBeLessThanOrEqual(width);
  });

  it('is for hours, and for those who have room', () => {
    expect(timeLineFits({ expectedMs: 10 * 60_000 }, 100)).toBe(false);
    expect(timeLineFits({ expectedMs: 5 * HOUR }, 38)).toBe(false);
    expect(timeLineFits({ expectedMs: 5 * HOUR }, 60)).toBe(true);
  });
});
