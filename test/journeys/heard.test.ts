import { expect, it } from 'vitest';
import { freshHome } from '../helpers/bin.ts';

it('is read aloud where Ink’s own variable asks for it: on the normal screen, words without rules, keys as ever', { timeout: 60_000 }, async () => {
  const home = await freshHome();
  const terminal = home.open(['secure', '--sandbox'], { columns: 100, rows: 30, env: { INK_SCREEN_READER: 'true' } });
  const screen = await terminal.waitFor('Which name do clients call');
  expect(terminal.onAlternateScreen()).toBe(false);
  expect(screen).not.toContain('────');
  terminal.press('Down');
  await terminal.waitFor('❯ A name from Microsoft');
  terminal.press('CtrlC');
  expect((await terminal.exited).exitCode).toBe(130);
});
