import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { builtIns } from '../../src/plugins/index.ts';
import { freshHome, type Home } from '../helpers/bin.ts';
import { opensslPair } from '../helpers/openssl-pair.ts';
import { linesOf, WALKS, walk, walkPlainly, walkPrompts } from '../helpers/wizard-walk.ts';

const LIMIT = 90_000;

async function saved(home: Home): Promise<unknown> {
  return parse(await readFile(join(home.folder, 'amltls.config.yaml'), 'utf8')).profiles.mine;
}

/** Both profiles are planned against the same practice Azure. */
async function planned(world: Home, profiles: Home): Promise<{ readonly profiles: readonly object[] }> {
  const { stdout } = await world.run(['plan', 'mine', '--format', 'json', '--config', join(profiles.folder, 'amltls.config.yaml')]);
  return JSON.parse(stdout);
}

it('every target is walked', () => {
  expect(Object.keys(WALKS).toSorted()).toEqual(Object.keys(builtIns.target).toSorted());
});

describe.each(Object.keys(WALKS) as readonly (keyof typeof WALKS)[])('the wizard for %s', (id) => {
  it('asks the same in lines and by prompts as on the screen: the same answers become the same profile and the same plan', { timeout: LIMIT }, async () => {
    const [drawn, spoken, prompted] = [await freshHome(), await freshHome(), await freshHome()];
    const pair = await opensslPair(drawn.folder, id === 'aci' ? 'aci.contoso.com' : 'www.contoso.com');
    const stops = WALKS[id](pair.certFile, pair.keyFile);

    const terminal = drawn.open(['secure', '--sandbox'], { columns: 80, rows: 24 });
    await walk(terminal, stops);
    await terminal.waitFor('Review: nothing has been sent yet');
    terminal.press('CtrlC');
    await terminal.waitFor('Save these answers as a profile?');
    terminal.type('mine');
    terminal.press('Enter');
    expect((await terminal.exited).exitCode).toBe(130);

    const ran = await walkPlainly(spoken, [...linesOf(stops), 'q!', 'mine']);
    expect(ran.code, ran.stderr).toBe(130);
    // Nothing is redrawn, and nothing is said twice.
    expect(ran.stderr + ran.stdout).not.toContain('\u001b');
    expect(ran.stderr.split('\n').filter((line) => line === 'Which subscription?')).toHaveLength(1);

    const prompts = prompted.open(['secure', '--sandbox', '--prompts'], { columns: 120, rows: 40 });
    await walkPrompts(prompts, stops);
    await prompts.waitFor('? What to do now?');
    expect(prompts.onAlternateScreen()).toBe(false);
    prompts.press('CtrlC');
    await prompts.waitFor('Save these answers as a profile?');
    prompts.type('mine');
    prompts.press('Enter');
    expect((await prompts.exited).exitCode).toBe(130);

    const plan = await planned(drawn, drawn);
    expect(plan.profiles).toMatchObject([{ profile: 'mine' }]);
    for (const other of [spoken, prompted]) {
      expect(await saved(other)).toEqual(await saved(drawn));
      expect(await planned(drawn, other)).toEqual(plan);
    }
  });
});
