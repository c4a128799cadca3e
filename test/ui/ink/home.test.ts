import { describe, expect, it } from 'vitest';
import { say } from '../../../src/core/text/say.ts';
import { deploying, renewing } from '../../../src/ui/ink/gallery/runs.ts';
import type { HomeNews } from '../../../src/ui/ink/screens/home/state.ts';
import { openDriver } from '../../helpers/ink-driver.ts';

const start = (leave: () => void = () => undefined) => openDriver({ columns: 100, rows: 30 }, { leave });

const standing = (name: string, days: number, due: boolean): HomeNews => ({
  type: 'standing',
  name,
  standing: { text: say('{days} days left', '残り {days} 日', { days }), due },
});
const waits: HomeNews = { type: 'waits', count: 1 };

async function* newsOf(news: readonly HomeNews[], gate: Promise<void> = Promise.resolve()): AsyncGenerator<HomeNews> {
  await gate;
  yield* news;
}

describe('the home screen', () => {
  it('lets no key wait for what is still read', async () => {
    const { terminal, driver } = start();
    const choice = driver.home([{ name: 'contoso' }], newsOf([], new Promise(() => undefined)));
    await terminal.waitFor('What would you like');
    for (const key of ['Down', 'Down', 'Enter'] as const) terminal.press(key);
    await terminal.waitFor('Which profile?');
    terminal.press('Enter');
    expect(await choice).toEqual({ type: 'renew', profile: 'contoso' });
  });

  it('lists how the profiles stand when it is known, what is due first, and leaves the mark where it is', async () => {
    const { terminal, driver } = start();
    const { promise: known, resolve } = Promise.withResolvers<void>();
    const choice = driver.home(
      [{ name: 'contoso' }, { name: 'fabrikam' }],
      newsOf([standing('contoso', 80, false), standing('fabrikam', 9, true), waits], known),
    );
    await terminal.waitFor('fabrikam');
    terminal.press('Down');
    await terminal.waitFor('❯ Replay a profile');
    resolve();
    const screen = await terminal.waitFor('9 days left');
    expect(screen).toContain('❯ Replay a profile');
    expect(screen.indexOf('▲ fabrikam')).toBeLessThan(screen.indexOf('  contoso'));
    terminal.press('Down');
    await terminal.waitFor('Due: 1');
    for (const key of ['Down', 'Down'] as const) terminal.press(key);
    await terminal.waitFor('Open waits: 1');
    terminal.press('Enter');
    expect(await choice).toEqual({ type: 'waits' });
  });

  it('offers without a profile only what can be done, and says once when the rest comes', async () => {
    const { terminal, driver } = start();
    const choice = driver.home([]);
    const screen = await terminal.waitFor('appear here with the first profile');
    for (const offered of ['❯ Secure a service', 'Learn', 'Settings', 'Quit']) expect(screen).toContain(offered);
    for (const absent of ['Renew', 'Switch TLS off', 'not possible here']) expect(screen).not.toContain(absent);
    terminal.type('q');
    expect(await choice).toEqual({ type: 'quit' });
  });

  it('ends with Ctrl-C as with a signal', async () => {
    const { terminal, driver } = start();
    const choice = driver.home([]);
    await terminal.waitFor('What would you like');
    terminal.press('CtrlC');
    expect(await choice).toEqual({ type: 'quit', interrupted: true });
  });
});

describe('a wait on the screen', () => {
  it('shows time line, what is served, the state, the next look, and the key that leaves it open', async () => {
    let left = 0;
    const { terminal, driver } = start(() => {
      left += 1;
    });
    const { promise: end, resolve } = Promise.withResolvers<void>();
    const watching = driver.watch(
      (async function* () {
        yield* renewing;
        await end;
      })(),
    );
    const screen = await terminal.waitFor('q leave it waiting');
    for (const seen of ['2 hr 35 min of about 5 hr', 'next look in 3 min', 'Served now', '56 days left', '5ac32265c13a8f64c6941c8f19464bb1', 'Succeeded']) {
      expect(screen).toContain(seen);
    }
    expect(screen).not.toContain('Domain');
    terminal.type('q');
    await expect.poll(() => left).toBe(1);
    resolve();
    await watching;
  });

  it('has no such key where leaving would lose something', async () => {
    let left = 0;
    const { terminal, driver } = start(() => {
      left += 1;
    });
    const { promise: end, resolve } = Promise.withResolvers<void>();
    const watching = driver.watch(
      (async function* () {
        yield* deploying;
        await end;
      })(),
    );
    expect(await terminal.waitFor('Updating')).not.toContain('leave it waiting');
    terminal.type('q');
    resolve();
    await watching;
    expect(left).toBe(0);
  });
});
