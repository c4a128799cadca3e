import { describe, expect, it } from 'vitest';
import { seen } from '../../../../src/ui/ink/gallery/looks.ts';
import { checkPanel } from '../../../../src/ui/ink/screens/check/panel.ts';
import { type CheckResult, type CheckState, createCheck, receiveLook, withHost } from '../../../../src/ui/ink/screens/check/state.ts';
import { openDriver } from '../../../helpers/ink-driver.ts';

const quit: CheckResult = { type: 'quit' };

describe('the check results', () => {
  it('come in side by side while the mark stays where it is', async () => {
    const { terminal, driver } = openDriver();
    const { promise: first, resolve } = Promise.withResolvers<void>();
    const result = driver.panel(createCheck(['contoso', 'fabrikam']), checkPanel, {
      quit,
      async live(update) {
        await first;
        update((state: CheckState) => receiveLook(state, 'contoso', seen.right));
        update((state: CheckState) => receiveLook(state, 'fabrikam', seen.wrong));
      },
    });
    await terminal.waitFor('0 of 2 looked at');
    terminal.press('Down');
    await terminal.waitFor('❯ ○ fabrikam');
    resolve();
    const screen = await terminal.waitFor('2 looked at: 1 with errors, 1 with warnings.');
    expect(screen).toContain('❯ ✗ fabrikam');
    expect(screen).toMatch(/✓ contoso +139 days left/);
    terminal.press('CtrlC');
    expect(await result).toEqual(quit);
  });

  it('take a host that no profile names, once', async () => {
    const { terminal, driver } = openDriver();
    const result = driver.panel(createCheck([]), checkPanel, { quit });
    await terminal.waitFor('Any host can be looked at');
    terminal.type('a');
    expect(await result).toMatchObject({ type: 'add' });
    const twice = withHost(withHost(withHost(createCheck(['contoso']), 'a.test'), 'b.test'), 'a.test');
    expect(twice).toMatchObject({ index: 1, rows: [{ name: 'contoso' }, { name: 'a.test', host: true }, { name: 'b.test', host: true }] });
  });

  it('name the key of the certificate only where it does something: a host brings none of its own', async () => {
    const state = receiveLook(receiveLook(withHost(createCheck(['contoso']), 'a.test'), 'contoso', seen.wrong), 'a.test', seen.wrong);
    for (const [index, keys] of [
      [0, true],
      [1, false],
    ] as const) {
      const { terminal, driver } = openDriver({ columns: 100, rows: 30 });
      const result = driver.panel({ ...state, index }, checkPanel, { quit });
      await terminal.waitFor('Enter details');
      terminal.press('Enter');
      expect((await terminal.waitFor('x explain')).includes('v certificate')).toBe(keys);
      terminal.press('CtrlC');
      expect(await result).toEqual(quit);
    }
  });

  it('open to what was found, the worst first, with the cure and the explanation; r looks at that one again', async () => {
    const { terminal, driver } = openDriver({ columns: 80, rows: 24 });
    const state = receiveLook(receiveLook(createCheck(['contoso', 'fabrikam']), 'contoso', seen.right), 'fabrikam', seen.wrong);
    const result = driver.panel({ ...state, index: 1 }, checkPanel, { quit });
    await terminal.waitFor('❯ ✗ fabrikam');
    terminal.press('Enter');
    const detail = await terminal.waitFor('chain-incomplete');
    expect(detail.indexOf('intermediate')).toBeLessThan(detail.indexOf('expires in 9 days'));
    expect(detail).toContain('Deploy the whole chain');
    terminal.type('x');
    await terminal.waitFor('Mend it');
    terminal.press('Esc');
    await terminal.waitFor('r check again');
    terminal.type('r');
    const again = await result;
    expect(again.type === 'again' ? again.state.rows.map((row) => row.seen !== undefined) : again).toEqual([true, false]);
  });
});
