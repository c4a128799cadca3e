import { setImmediate as yieldOnce } from 'node:timers/promises';
import xterm from '@xterm/headless';

/** What to wait for: words, a pattern, or anything that can be told from the screen. */
export type Wanted = string | RegExp | ((screen: string) => boolean);

export const KEYS = {
  Enter: '\r',
  Esc: '\u001b',
  Tab: '\t',
  Up: '\u001b[A',
  Down: '\u001b[B',
  Right: '\u001b[C',
  Left: '\u001b[D',
  Home: '\u001b[H',
  End: '\u001b[F',
  PgUp: '\u001b[5~',
  PgDn: '\u001b[6~',
  Backspace: '\u007f',
  Delete: '\u001b[3~',
  CtrlC: '\u0003',
  CtrlO: '\u000f',
  CtrlU: '\u0015',
  CtrlW: '\u0017',
  CtrlY: '\u0019',
} as const;

export type KeyPress = keyof typeof KEYS;

export const pasted = (text: string): string => `\u001b[200~${text}\u001b[201~`;

export interface ScreenOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly deadlineMs?: number;
}

/** A terminal's screen, read back from its cells as a person would see it. */
export function createScreen({ columns = 80, rows = 24, deadlineMs = 5000 }: ScreenOptions = {}) {
  const emulator = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 1000 });
  const watchers = new Set<() => void>();
  const buffer = () => emulator.buffer;
  const lines = (): readonly string[] => {
    const { active } = buffer();
    // Of a window that has become narrower the emulator keeps what stood beyond its edge.
    return Array.from(
      { length: emulator.rows },
      (_, at) =>
        active
          .getLine(active.baseY + at)
          ?.translateToString(false, 0, emulator.cols)
          .trimEnd() ?? '',
    );
  };
  const screen = (): string => lines().join('\n').trimEnd();
  const shows = (wanted: Wanted): boolean => {
    const now = screen();
    return typeof wanted === 'string' ? now.includes(wanted) : wanted instanceof RegExp ? wanted.test(now) : wanted(now);
  };

  return {
    lines,
    screen,
    /** Lines that began on the line above them: something was wider than the screen. */
    overflown: (): readonly string[] => lines().filter((_, at) => buffer().active.getLine(buffer().active.baseY + at)?.isWrapped === true),
    size: () => ({ columns: emulator.cols, rows: emulator.rows }),
    write: (text: string) =>
      emulator.write(text, () => {
        for (const watcher of [...watchers]) watcher();
      }),
    resize: (size: { readonly columns: number; readonly rows: number }) => emulator.resize(size.columns, size.rows),
    cursor: () => ({ x: buffer().active.cursorX, y: buffer().active.cursorY }),
    onAlternateScreen: () => buffer().active.type === 'alternate',
    /** The normal screen with its scrollback: what is left after a full-screen program has gone. */
    normalScreen: () =>
      Array.from({ length: buffer().normal.length }, (_, at) => buffer().normal.getLine(at)?.translateToString(true) ?? '')
        .join('\n')
        .trimEnd(),
    /** Resolves with the screen once it shows what is wanted; fails with the last screen when the deadline passes. */
    async waitFor(wanted: Wanted): Promise<string> {
      if (!shows(wanted)) {
        await new Promise<void>((resolve, reject) => {
          const look = (): void => {
            if (!shows(wanted)) return;
            clearTimeout(timer);
            watchers.delete(look);
            resolve();
          };
          const timer = setTimeout(() => {
            watchers.delete(look);
            reject(new Error(`not on the screen within ${deadlineMs} ms: ${String(wanted)}\n${screen()}`));
          }, deadlineMs);
          watchers.add(look);
        });
      }
      // A frame that is to be seen does not mean that keys are heard.
      await yieldOnce();
      return screen();
    },
  };
}
