import { describe, expect, it } from 'vitest';
import { NOW } from '../../../../src/ui/ink/gallery/runs.ts';
import { createWaits, type WaitEntry, type WaitsResult, type WaitsState, waitsPanel } from '../../../../src/ui/ink/screens/waits/panel.ts';
import { openDriver } from '../../../helpers/ink-driver.ts';

const quit: WaitsResult = { type: 'quit' };
const renewal: WaitEntry = {
  what: 'Renewal of www.contoso.com',
  profile: 'contoso',
  environment: 'azure',
  startedAt: NOW - 3_600_000,
  deadline: NOW + 3_600_000,
  holder: { pid: 4711, host: 'build-7', since: new Date(NOW).toISOString() },
  resume: 'amltls watch renewal contoso',
  here: true,
};
const byName: WaitEntry = { ...renewal, what: 'DNS of www.fabrikam.com', profile: null, resume: 'amltls watch dns --name www.fabrikam.com', here: false };

describe('the open waits', () => {
  it('come in while the screen is up, and Enter takes one up', async () => {
    const { terminal, driver } = openDriver();
    const { promise: known, resolve } = Promise.withResolvers<void>();
    const result = driver.panel(createWaits(), waitsPanel, {
      quit,
      async live(update) {
        await known;
        update((state: WaitsState) => ({ ...state, waits: [byName, renewal] }));
      },
    });
    await terminal.waitFor('Looking');
    resolve();
    // One that no profile belongs to is gone on with elsewhere.
    expect(await terminal.waitFor('❯')).toContain('Go on with it: amltls watch dns');
    terminal.press('Enter');
    terminal.press('Down');
    const screen = await terminal.waitFor('process 4711 on');
    expect(screen).toContain('Nov 24, 2026, 12:05 UTC');
    terminal.press('Enter');
    expect(await result).toEqual({ type: 'take-up', at: 1 });
  });

  it('say calmly that there are none', async () => {
    const { terminal, driver } = openDriver({ columns: 40, rows: 15 });
    const result = driver.panel(createWaits([]), waitsPanel, { quit });
    await terminal.waitFor('Nothing is waited for.');
    terminal.press('Esc');
    expect(await result).toEqual({ type: 'back' });
  });
});
