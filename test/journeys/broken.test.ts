import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { freshHome, type Home } from '../helpers/bin.ts';
import { leftClean } from '../helpers/left-clean.ts';
import { startSandboxBin } from '../helpers/sandbox-bin.ts';
import { linesOf, WALKS, walk, walkPlainly } from '../helpers/wizard-walk.ts';

const LIMIT = 120_000;
const HOOK = pathToFileURL(join(import.meta.dirname, '../helpers/break-at-word.ts')).href;
const breakingAt = (word: string) => ({ NODE_OPTIONS: `--import=${HOOK}`, AMLTLS_TEST_BREAK_AT: word });

/** The one report that was written. */
async function reportIn(home: Home) {
  const folder = join(home.folder, '.state/amltls/reports');
  const [name = '', ...others] = await readdir(folder);
  expect(others).toEqual([]);
  const file = join(folder, name);
  if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
  return { file, text: await readFile(file, 'utf8') };
}

describe('a fault in what draws', () => {
  it('gives the terminal back and says where the report lies, without a stack on the screen or a secret in the report', { timeout: LIMIT }, async () => {
    const home = await freshHome();
    const terminal = home.open(['secure', '--sandbox'], { columns: 100, rows: 30, asksMode: true, env: breakingAt('broken.contoso.com') });
    await walk(terminal, [{ question: 'Which name do clients call', answer: { choose: 'A name of my own', value: 'custom' } }]);
    await terminal.waitFor('fully qualified domain name');
    terminal.paste('broken.contoso.com');
    await leftClean(terminal, 1);
    const { file, text } = await reportIn(home);
    const said = terminal.normalScreen();
    expect(said).toContain('The screen could not be drawn any more');
    expect(said.replaceAll('\n', '')).toContain(file);
    expect(said).not.toMatch(/^\s+at /m);
    expect(JSON.parse(text).crash).toMatchObject({ code: 'screen-broken', name: 'Error', stack: expect.arrayContaining([expect.stringMatching(/^\s+at /)]) });
    expect(text).not.toContain('hunter2-canary');
  });

  it('in the middle of a change leaves a journal that the next run goes on with', { timeout: LIMIT }, async () => {
    const home = await freshHome();
    const sandbox = await startSandboxBin(home, ['--speed', '75']);
    const terminal = home.open(['secure', 'mine', '--sandbox', '--lang', 'ja'], { columns: 80, rows: 24, asksMode: true, env: breakingAt('経過') });
    await walk(terminal, WALKS['aks-provision'](), 'ja');
    await terminal.waitFor('❯ 開始');
    terminal.press('Enter');
    await leftClean(terminal, 1);
    expect(terminal.normalScreen()).toContain('画面を描画できなくなった');
    expect(await sandbox.changes()).toHaveLength(1);
    await reportIn(home);

    // The same answers again: what Azure has begun is taken up, nothing is sent twice.
    const again = await walkPlainly(home, [...linesOf(WALKS['aks-provision']()), 'yes', 'mine']);
    expect(again.code, again.stderr).toBe(0);
    expect(await sandbox.changes()).toEqual([]);
  });
});
