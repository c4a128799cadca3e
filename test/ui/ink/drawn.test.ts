import { describe, expect, it, onTestFinished } from 'vitest';
import { compose } from '../../../src/ui/ink/frame/compose.ts';
import { NOW } from '../../../src/ui/ink/gallery/runs.ts';
import { SCENES } from '../../../src/ui/ink/gallery/scenes.ts';
import { createSession } from '../../../src/ui/ink/session.ts';
import { linesOf, lookOf } from '../../helpers/frame.ts';
import { createTerminal } from '../../helpers/terminal.ts';

const SIZES = [
  [80, 24],
  [300, 100],
  [40, 15],
  [39, 30],
  [100, 30],
  [40, 20],
] as const;
const environment = { title: 'Azure', practice: true };

describe.each(['en', 'ja'] as const)('on a real terminal in %s', (language) => {
  it.each(Object.keys(SCENES))('%s is seen whole at every size that the window takes, no wide character in halves', async (name) => {
    const look = lookOf({ language });
    const shown = (await SCENES[name]?.(look)) ?? expect.unreachable(name);
    const [first] = SIZES;
    const terminal = createTerminal({ columns: first[0], rows: first[1], deadlineMs: 1000 });
    const session = createSession(
      { stdin: terminal.stdin, stdout: terminal.stdout, look, signal: new AbortController().signal, interrupt: () => undefined },
      { environment, profile: 'contoso', ...shown },
    );
    onTestFinished(() => session.close());
    session.useClock({ now: () => NOW });
    session.show(shown.screen);
    for (const [columns, rows] of SIZES) {
      terminal.resize({ columns, rows });
      const wanted = linesOf(compose(session.store.get(), look), look);
      const seen = () => terminal.lines().slice(0, wanted.length);
      await terminal.waitFor(() => seen().join('\n') === wanted.join('\n')).catch(() => expect(seen(), `${columns}x${rows}`).toEqual(wanted));
      expect(terminal.lines().slice(wanted.length).join('')).toBe('');
    }
  });
});
