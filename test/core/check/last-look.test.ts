import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keepLook, type LastLook, readLook, standingOf } from '../../../src/core/check/last-look.ts';
import { createFiles } from '../../../src/plugins/shared/local/index.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const files = createFiles();
const LOOK: LastLook = {
  version: 1,
  profile: 'contoso',
  profileFile: '/a/amltls.config.yaml',
  environment: 'azure',
  practice: false,
  at: '2026-11-24T00:00:00.000Z',
  host: 'www.contoso.com',
  notBefore: '2026-10-01T00:00:00.000Z',
  notAfter: '2027-01-01T00:00:00.000Z',
  renewFrom: '2026-12-01T00:00:00.000Z',
  severity: 'ok',
  codes: [],
};

it('keeps the looks of equal names in other files and environments apart', async () => {
  const folder = await tempFolder();
  const others = [{ profileFile: '/b/amltls.config.yaml' }, { environment: 'sandbox' }, { profile: 'other' }];
  await keepLook(files, folder, LOOK);
  for (const other of others) expect(await readLook(files, folder, { ...LOOK, ...other })).toBeUndefined();
  expect(await readLook(files, folder, LOOK)).toEqual(LOOK);
});

it('takes a damaged look for none', async () => {
  const folder = await tempFolder();
  await keepLook(files, folder, LOOK);
  const [name = ''] = await readdir(join(folder, 'looks'));
  for (const damage of ['{"version":1', '{"version":2}', '']) {
    await writeFile(join(folder, 'looks', name), damage);
    expect(await readLook(files, folder, LOOK)).toBeUndefined();
  }
});

it('tells what it means now, and for practice what it meant then', () => {
  const now = Date.parse('2026-12-22T12:00:00Z');
  expect(standingOf(LOOK, now)).toEqual({ daysLeft: 9, due: true });
  expect(standingOf({ ...LOOK, practice: true }, now)).toEqual({ daysLeft: 38, due: false });
  expect(standingOf(LOOK, Date.parse('2027-01-02T00:00:00Z'))).toEqual({ daysLeft: -1, due: true });
  expect(standingOf({ ...LOOK, notAfter: null, renewFrom: null }, now)).toEqual({ daysLeft: null, due: false });
});
