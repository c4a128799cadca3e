import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLesson } from '../../../src/core/learn/lessons/load.ts';
import { parseDuration } from '../../../src/core/text/parse-duration.ts';
import { DEFAULT_SPEED } from '../../../src/plugins/environments/sandbox/host/speed.ts';
import { seed } from '../../../src/plugins/environments/sandbox/state/seed.ts';
import { RETRY_AFTER_S, TAKES } from '../../../src/plugins/environments/sandbox/world/timings.ts';

const FOLDER = join(import.meta.dirname, '../../../config/learn');
const lessons = readdirSync(FOLDER).map((name) => readLesson(readFileSync(join(FOLDER, name), 'utf8'), name));
const LONGEST_WAIT_S = 20;

// What takes hours is not waited for: a key moves the clock.
const { renewal, ...work } = TAKES;

/** Practice time until a command has nothing more to wait for, s: Azure's longest work and the look that sees it, then a cache that remembers the longest. */
function longestWait(world: unknown): number {
  const { zones } = seed.parse(world);
  const remembered = zones.flatMap(({ minimum, records }) => [minimum, ...records.map(({ ttl }) => ttl)]);
  return Math.max(...Object.values(work)) / 1000 + 2 * RETRY_AFTER_S + Math.max(...remembered);
}

describe('at the speed that learners get', () => {
  it.each(lessons)('lesson $number makes nobody wait longer than 20 s', ({ world }) => {
    expect(longestWait(world) / DEFAULT_SPEED).toBeLessThanOrEqual(LONGEST_WAIT_S);
  });

  it('a renewal is waited for by nobody: one press is long enough, and in lines the command does not wait', () => {
    expect(renewal / 1000 / DEFAULT_SPEED).toBeGreaterThan(LONGEST_WAIT_S);
    const renewing = lessons.flatMap(({ tasks }) => tasks).filter(({ run }) => run?.startsWith('amltls renew contoso-ms'));
    expect(renewing.length).toBeGreaterThan(0);
    for (const { later, runInLines } of renewing) {
      expect(parseDuration(later)).toBeGreaterThanOrEqual(renewal);
      expect(runInLines).toContain('--no-wait');
    }
  });
});
