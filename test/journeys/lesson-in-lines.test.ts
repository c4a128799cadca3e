import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshHome, type Home } from '../helpers/bin.ts';

const LIMIT = 120_000;

const lesson = (home: Home, lines: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  home.run(['learn', '4', '--plain', '--speed', '600'], { input: lines.map((line) => `${line}\n`).join(''), env });

async function standing(home: Home) {
  const { stdout } = await home.run(['learn', '--list', '--format', 'json']);
  return (JSON.parse(stdout).lessons as { number: number; state: string; tasks: number; tasksDone: number }[]).find(({ number }) => number === 4);
}

// Enter starts what is offered, and at a task that is done goes on.
const [NEXT, START] = ['', ''];
const FILLED: Readonly<Record<string, string>> = {
  subscriptionId: '00000000-0000-0000-0000-000000000000',
  resourceGroup: 'rg-ml',
  workspace: 'ws-contoso',
  computeName: 'aks-prod',
  clusterResourceGroup: 'rg-aks',
  clusterName: 'aks1',
  leafDomainLabel: 'contoso',
};

describe('a lesson in lines', () => {
  it('is left in the middle and taken up by another process, with the clock moved by a typed command, and ends with a profile to fill in', {
    timeout: LIMIT,
  }, async () => {
    const home = await freshHome();
    const first = await lesson(home, [START, NEXT, 'h', 'q!']);
    expect(first.code, first.stderr).toBe(0);
    expect(first.stderr).toContain('Task 2 of 3');
    expect(first.stderr).toContain('Hint: The key is t.');
    expect(await standing(home)).toMatchObject({ state: 'begun', tasks: 3, tasksDone: 1 });

    const second = await lesson(home, ['later 40d', NEXT, START, 't', 'e', NEXT, '1', '1', '2', '2']);
    expect(second.code, second.stderr).toBe(0);
    // It goes on where it was left, and does not tell the first task again.
    expect(second.stderr).toContain('Task 2 of 3');
    expect(second.stderr).not.toContain('Task 1 of 3');
    expect(second.stdout).toMatch(/40 days later: it is /);
    // As code, with what this learner's profile says.
    const told = second.stdout + second.stderr;
    for (const own of ['ws-practice', 'rg-practice', 'aks-prod', 'renew=True']) expect(told).toContain(own);
    expect(told).toContain('Not “The leaf domain label”. A clue: It makes Azure give the cluster a new name.');
    expect(await standing(home)).toMatchObject({ state: 'done', tasksDone: 3 });

    const profile = second.stdout.slice(second.stdout.indexOf('version: 1'));
    const file = join(home.folder, 'amltls.config.yaml');
    await writeFile(file, profile, { mode: 0o600 });
    expect((await home.run(['profile', 'validate'])).code).toBe(2);
    const filled = Object.entries(FILLED).reduce((text, [key, value]) => text.replace(new RegExp(`(\\b${key}:).*`), `$1 ${value}`), profile);
    await writeFile(file, filled, { mode: 0o600 });
    const valid = await home.run(['profile', 'validate']);
    expect(valid.code, valid.stdout + valid.stderr).toBe(0);
  });

  it('begins anew after a reset, with the world as it was at first', { timeout: LIMIT }, async () => {
    const home = await freshHome();
    await lesson(home, [START, NEXT, 'later 40d', 'q!']);
    expect(await standing(home)).toMatchObject({ state: 'begun' });
    const reset = await home.run(['learn', '4', '--reset']);
    expect([reset.code, await standing(home)]).toMatchObject([0, { state: 'open', tasksDone: 0 }]);
    const again = await lesson(home, ['amltls check contoso-ms', 'q!']);
    expect(again.stderr).toContain('Task 1 of 3');
    expect(again.stdout + again.stderr).toMatch(/\b(99|100) days/);
  });

  it('speaks Japanese', { timeout: LIMIT }, async () => {
    const home = await freshHome();
    const { code, stderr } = await lesson(home, ['later 1h', 'q!'], { LC_ALL: 'ja_JP.UTF-8' });
    expect(code).toBe(0);
    expect(stderr).toContain('課題 1/3');
    expect(stderr).toContain('ここで中断しました。');
  });
});
