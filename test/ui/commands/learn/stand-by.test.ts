import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Environment } from '../../../../src/core/contracts/index.ts';
import { BEGINNING } from '../../../../src/core/learn/lessons/progress.ts';
import type { LessonTask } from '../../../../src/core/learn/lessons/schema.ts';
import { createFiles } from '../../../../src/plugins/shared/local/index.ts';
import type { Teaching } from '../../../../src/ui/commands/learn/coach.ts';
import { standBy } from '../../../../src/ui/commands/learn/stand-by.ts';
import { tempFolder } from '../../../helpers/temp-folder.ts';

const both = (text: string) => ({ en: text, ja: text });
const task: LessonTask = {
  id: 'write',
  title: both('Write it'),
  do: both('Write it.'),
  before: [],
  checks: [{ check: 'file', path: 'it.txt', contains: 'done' }],
  hints: [],
  later: '5h',
  done: both('Written.'),
};

describe('the coach beside a command', () => {
  it('looks when something happens, as often as something happens, and hardly ever otherwise', async () => {
    const folder = await tempFolder();
    const stop = new AbortController();
    let looks = 0;
    const world: Teaching['world'] = {
      env: { files: createFiles() } as Pick<Environment, 'files'> as Environment,
      folder,
      signal: stop.signal,
      async control() {
        looks += 1;
        return { now: new Date(0).toISOString(), computes: [], services: [] };
      },
      profiles: async () => new Map(),
    };
    const lesson = { number: 1, title: both('One'), goal: both('Learn'), tasks: [task] };
    const teaching = { world, inside: { plain: false }, course: { lesson } } as unknown as Teaching;
    const { aside, heard, stop: leave } = standBy(teaching, task, { get: () => BEGINNING, keep: async () => undefined });
    const ticks = () => aside.view().lines.filter(({ inset, mark }) => inset === 1 && mark === 'done').length;
    let told = 0;
    aside.subscribe(() => {
      told += 1;
    });

    await expect.poll(() => told, { interval: 5 }).toBe(1);
    expect([looks, ticks()]).toEqual([1, 0]);
    writeFileSync(join(folder, 'it.txt'), 'done');
    const before = performance.now();
    for (let event = 0; event < 50; event += 1) heard();
    await expect.poll(ticks, { interval: 5 }).toBe(1);
    expect(performance.now() - before).toBeLessThan(1_000);
    expect(looks).toBe(2); // many events are one reason to look
    leave();
  });
});
