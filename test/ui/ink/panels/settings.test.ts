import { describe, expect, it } from 'vitest';
import type { SettingOrigin } from '../../../../src/ui/host/setting-origins.ts';
import { createSettings, type SettingsResult, settingsPanel } from '../../../../src/ui/ink/screens/settings/panel.ts';
import { openDriver } from '../../../helpers/ink-driver.ts';

const theme: SettingOrigin = { key: 'theme', values: ['auto', 'dark', 'light', 'mono'], saved: 'auto', value: 'light', from: 'elsewhere', by: 'AMLTLS_THEME' };
const notify: SettingOrigin = { key: 'notify', values: ['on', 'off'], saved: 'off', value: 'off', from: 'file' };
const language: SettingOrigin = { key: 'language', values: ['auto', 'en', 'ja'], saved: 'auto', value: 'auto', from: 'default', by: 'LANG' };

const state = createSettings({ settings: [theme, notify, language], file: '/home/you/settings.json' });
const quit: SettingsResult = { type: 'quit' };

describe('the settings', () => {
  it('say of each value where it comes from, and what is saved where a variable wins', async () => {
    const { terminal, driver } = openDriver();
    const result = driver.panel(state, settingsPanel, { quit });
    const screen = await terminal.waitFor('AMLTLS_THEME is set and wins');
    for (const row of [/Colours +light +from AMLTLS_THEME/, /Notifications +off +saved/, /Language +as the system +default, sees LANG/])
      expect(screen).toMatch(row);
    expect(screen).toContain('Saved');
    terminal.press('Esc');
    expect(await result).toEqual({ type: 'back' });
  });

  it('change to the next value on Enter and to the one before on Left, round and round', async () => {
    const { terminal, driver } = openDriver();
    const next = driver.panel(state, settingsPanel, { quit });
    await terminal.waitFor('Notifications');
    terminal.press('Down');
    await terminal.waitFor('❯ Notifications');
    terminal.press('Enter');
    expect(await next).toEqual({ type: 'set', key: 'notify', value: 'on', index: 1 });
    const before = driver.panel(state, settingsPanel, { quit });
    terminal.press('Left');
    expect(await before).toEqual({ type: 'set', key: 'theme', value: 'mono', index: 0 });
  });

  it('ask for what has no few values, and offer no other value', async () => {
    const { terminal, driver } = openDriver();
    const resolvers: SettingOrigin = { key: 'resolvers', values: [], saved: 'system, 10.0.0.2', value: 'system, 10.0.0.2', from: 'file' };
    const result = driver.panel(createSettings({ settings: [resolvers, notify], file: '/home/you/settings.json' }), settingsPanel, { quit });
    expect(await terminal.waitFor(/Resolvers +system, 10\.0\.0\.2 +saved/)).not.toContain('switch');
    terminal.press('Left');
    terminal.press('Enter');
    expect(await result).toEqual({ type: 'type', key: 'resolvers', index: 0 });
  });

  it('are drawn in another language at once', async () => {
    const { terminal, driver } = openDriver();
    const result = driver.panel(state, settingsPanel, { quit });
    await terminal.waitFor('Colours');
    driver.relook({ language: 'ja' });
    await terminal.waitFor('配色');
    terminal.press('CtrlC');
    expect(await result).toEqual(quit);
  });
});
