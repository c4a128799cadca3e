import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { NOW } from '../../../src/ui/ink/gallery/runs.ts';
import { SCENES } from '../../../src/ui/ink/gallery/scenes.ts';
import type { Screen } from '../../../src/ui/ink/screens/screen.ts';
import { createSession } from '../../../src/ui/ink/session.ts';
import { lookOf } from '../../helpers/frame.ts';
import { createTerminal } from '../../helpers/terminal.ts';

const BEGIN = '\u001b[?2026h';
const END = '\u001b[?2026l';
const look = lookOf();

/** A screen that is up, its clock that of the test. */
async function up(name: string) {
  const { screen, steps } = (await SCENES[name]?.(look)) ?? expect.unreachable(name);
  const terminal = createTerminal({ columns: 100, rows: 30 });
  const session = createSession(
    { stdin: terminal.stdin, stdout: terminal.stdout, look, signal: new AbortController().signal, interrupt: () => undefined },
    { environment: { title: 'Azure', practice: true }, profile: 'contoso', steps, screen },
  );
  onTestFinished(() => session.close());
  const from = Date.now();
  session.useClock({ now: () => NOW + Date.now() - from });
  session.show(screen);
  await vi.advanceTimersByTimeAsync(500);
  expect(terminal.written().join('')).toContain('Ctrl-C');
  const before = terminal.written().length;
  return { session, screen, since: () => terminal.written().slice(before) };
}

const counts = (screen: Screen): boolean => screen.type === 'run' && screen.wait !== undefined;

describe('what is written', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] }));
  afterEach(() => void vi.useRealTimers());

  it.each(Object.keys(SCENES))('%s: nothing while nothing happens, but for a countdown once a second', async (name) => {
    const { screen, since } = await up(name);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(since().length).toBeLessThanOrEqual(counts(screen) ? 10 : 0);
    if (counts(screen)) expect(since().length).toBeGreaterThan(5);
    for (const frame of since()) expect([frame.startsWith(BEGIN), frame.endsWith(END), frame.split(BEGIN).length]).toEqual([true, true, 2]);
  });

  it('leaves in one write a frame, however fast things change', async () => {
    const { session, screen, since } = await up('choice');
    for (let change = 0; change < 50; change += 1) {
      session.change({ profile: `contoso-${change}` });
      await vi.advanceTimersByTimeAsync(3);
    }
    session.show(screen);
    await vi.advanceTimersByTimeAsync(500);
    expect(since().length).toBeGreaterThan(1);
    // No more frames than 120 a second.
    expect(since().length).toBeLessThanOrEqual(Math.ceil((50 * 3) / (1000 / 120)) + 2);
    for (const frame of since()) expect([frame.startsWith(BEGIN), frame.endsWith(END), frame.split(BEGIN).length]).toEqual([true, true, 2]);
  });
});
