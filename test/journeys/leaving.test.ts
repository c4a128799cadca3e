import { describe, expect, it } from 'vitest';
import { freshHome } from '../helpers/bin.ts';
import { leftClean } from '../helpers/left-clean.ts';
import { startSandboxBin } from '../helpers/sandbox-bin.ts';
import { WALKS, walk } from '../helpers/wizard-walk.ts';

const LIMIT = 120_000;
const SIZES = [
  { columns: 100, rows: 30 },
  { columns: 80, rows: 24 },
  { columns: 40, rows: 20 },
] as const;

describe('Ctrl-C', () => {
  it('leaves every screen clean', { timeout: LIMIT }, async () => {
    const home = await freshHome();
    const { stdout } = await home.run(['gallery', '--plain']);
    const scenes = stdout.trim().split('\n');
    expect(scenes.length).toBeGreaterThan(15);
    // Every screen in every size and language is drawn elsewhere; here each is left once.
    for (const [at, scene] of scenes.entries()) {
      const terminal = home.open(['gallery', scene, '--lang', at % 2 === 0 ? 'en' : 'ja'], { ...SIZES[at % SIZES.length], asksMode: true });
      await terminal.waitFor('Ctrl-C');
      terminal.press('CtrlC');
      await leftClean(terminal);
    }
  });
});

describe('the wizard', () => {
  it('survives a window that changes in the middle, and a paste of several lines', { timeout: LIMIT }, async () => {
    const home = await freshHome();
    const terminal = home.open(['secure', '--sandbox', '--lang', 'ja'], { columns: 100, rows: 30 });
    await terminal.waitFor('どの名前');
    for (const size of [
      { columns: 40, rows: 20 },
      { columns: 30, rows: 10 },
      { columns: 80, rows: 24 },
    ]) {
      terminal.resize(size);
      await terminal.waitFor(size.columns < 40 ? /40×15/ : /Ctrl-C/);
    }
    terminal.press('Enter');
    await terminal.waitFor('完全修飾ドメイン名');
    terminal.paste('www.contoso.com\nwww.fabrikam.com\n');
    await terminal.waitFor('行');
    expect(terminal.screen()).toContain('完全修飾ドメイン名');
    terminal.press('CtrlC');
    await terminal.waitFor('プロファイル');
    terminal.press('Enter');
    await leftClean(terminal);
  });

  it('asks what Ctrl-C shall mean while Azure is at work; what was left is taken up without sending twice', { timeout: LIMIT }, async () => {
    const home = await freshHome();
    const sandbox = await startSandboxBin(home, ['--speed', '75']);
    const terminal = home.open(['secure', '--sandbox'], { columns: 80, rows: 24 });
    await walk(terminal, WALKS['aks-provision']());
    await terminal.waitFor((screen) => screen.includes('Review: nothing has been sent yet') && screen.includes('❯ Start'));
    terminal.press('Enter');
    await terminal.waitFor('Last seen: Azure says');
    terminal.press('CtrlC');
    await terminal.waitFor('Azure goes on with it');
    terminal.type('l');
    await leftClean(terminal);
    expect(terminal.normalScreen()).toContain('amltls replay new-aks');
    expect(await sandbox.changes()).toHaveLength(1);
    const { code } = await home.run(['replay', 'new-aks']);
    expect(code).toBe(0);
    expect(await sandbox.changes()).toEqual([]);
  });
});
