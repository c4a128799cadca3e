import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createFiles } from '../../../src/plugins/shared/local/files.ts';
import { settingOrigins } from '../../../src/ui/host/setting-origins.ts';
import { readSettings, saveSetting, settingsFile } from '../../../src/ui/host/settings.ts';

let config = '';
beforeEach(async () => {
  config = await mkdtemp(join(tmpdir(), 'amltls-settings-'));
  const folder = config;
  onTestFinished(() => rm(folder, { recursive: true }));
});
const keep = (text: string) => writeFile(settingsFile(config), text);
const origin = (key: string, env: Readonly<Record<string, string>>, argv: readonly string[] = []) =>
  settingOrigins({ env, argv, folders: { config, state: config } }).find((each) => each.key === key);

describe('settings', () => {
  it('are saved one at a time; what else the file holds stays, and a default is written as nothing', async () => {
    await keep('{"theme":"dark","ofLater":1}');
    await saveSetting(createFiles(), config, 'notify', 'off');
    await saveSetting(createFiles(), config, 'theme', 'auto');
    expect(JSON.parse(await readFile(settingsFile(config), 'utf8'))).toEqual({ ofLater: 1, notify: 'off' });
  });

  it('count as nothing where they are damaged or unknown', async () => {
    await keep('{"theme":"purple","marks":"ascii"}');
    expect(readSettings(config, {})).toEqual({ marks: 'ascii' });
    await keep('{');
    expect(readSettings(config, { AMLTLS_THEME: 'mono' })).toEqual({ theme: 'mono' });
  });

  it('hold resolvers as a list; an empty one is the default', async () => {
    expect(origin('resolvers', {})).toMatchObject({ value: 'system, 1.1.1.1, 8.8.8.8', from: 'default', values: [] });
    await saveSetting(createFiles(), config, 'resolvers', ['10.0.0.2', 'system']);
    expect(readSettings(config, {})).toEqual({ resolvers: ['10.0.0.2', 'system'] });
    expect(origin('resolvers', {})).toMatchObject({ value: '10.0.0.2, system', saved: '10.0.0.2, system', from: 'file' });
    await saveSetting(createFiles(), config, 'resolvers', []);
    expect(JSON.parse(await readFile(settingsFile(config), 'utf8'))).toEqual({});
    await keep('{"resolvers":[7,null]}');
    expect(readSettings(config, {})).toEqual({});
  });

  it('know who decides: flag and variable before the file, the file before the default', async () => {
    await keep('{"theme":"dark","language":"ja"}');
    expect(origin('theme', {})).toMatchObject({ value: 'dark', from: 'file' });
    expect(origin('theme', { AMLTLS_THEME: 'light' })).toMatchObject({ value: 'light', saved: 'dark', from: 'elsewhere', by: 'AMLTLS_THEME' });
    expect(origin('theme', { AMLTLS_THEME: 'light', NO_COLOR: '1' })).toMatchObject({ value: 'mono', by: 'NO_COLOR' });
    expect(origin('language', { LANG: 'en_US.UTF-8' })).toMatchObject({ value: 'ja', from: 'file' });
    expect(origin('language', {}, ['--lang=en'])).toMatchObject({ value: 'en', from: 'elsewhere', by: '--lang' });
    expect(origin('marks', { LANG: 'C.UTF-8' })).toMatchObject({ value: 'auto', from: 'default', by: 'LANG' });
    expect(origin('screen', { TERM: 'dumb' })).toMatchObject({ value: 'lines', by: 'TERM' });
  });
});
