import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openLastRuns } from '../../../src/core/renewal/last-runs.ts';
import { createFiles } from '../../../src/plugins/shared/local/index.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-24T12:00:00Z');

it('counts the days since a run, and before the first one since somebody asked', async () => {
  const folder = await tempFolder();
  const runs = openLastRuns(createFiles(), folder, '/a.yaml');
  expect(Object.fromEntries(await runs.daysWithout(['one', 'two'], NOW))).toEqual({ one: 0, two: 0 });
  await runs.note(['one'], NOW + 2 * DAY);
  expect(Object.fromEntries(await runs.daysWithout(['one', 'two', 'constructor'], NOW + 5 * DAY))).toEqual({ one: 3, two: 5, constructor: 0 });
  expect(Object.fromEntries(await openLastRuns(createFiles(), folder, '/b.yaml').daysWithout(['one'], NOW + 5 * DAY))).toEqual({ one: 0 });
});

it('tells once a day', async () => {
  const runs = openLastRuns(createFiles(), await tempFolder(), '/a.yaml');
  expect([await runs.mayTell(NOW), await runs.mayTell(NOW + DAY - 1), await runs.mayTell(NOW + DAY)]).toEqual([true, false, true]);
});

it('begins anew where its file is damaged', async () => {
  const folder = await tempFolder();
  const runs = openLastRuns(createFiles(), folder, '/a.yaml');
  await runs.note(['one'], NOW);
  const [name = ''] = await readdir(join(folder, 'renewal-runs'));
  await writeFile(join(folder, 'renewal-runs', name), '{"version":1,');
  expect(Object.fromEntries(await runs.daysWithout(['one'], NOW + 9 * DAY))).toEqual({ one: 0 });
});
