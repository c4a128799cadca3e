import { say } from '../../core/text/say.ts';
import { type Panel, screenOf } from './screens/panel/panel.ts';
import type { Session } from './session.ts';

const ONE_MOMENT = say('One moment…', 'お待ちください…');

export interface PanelOptions<S, R> {
  /** The result of Ctrl-C. */
  readonly quit: R;
  /** Work beside the screen; what it finds out is drawn when it comes. Ends with the signal, which is aborted when the panel is left. */
  readonly live?: (update: (change: (state: S) => S) => void, signal: AbortSignal) => Promise<void>;
}

/** One panel from its first frame to its result; no key waits for what is still being found out. */
export async function showPanel<S extends { readonly scroll: number }, R>(
  session: Session,
  first: S,
  panel: Panel<S, R>,
  { quit, live }: PanelOptions<S, R>,
): Promise<R> {
  let state = first;
  const left = new AbortController();
  const show = (next: S): void => {
    state = { ...next, scroll: session.show(screenOf(panel, next)).scroll };
  };
  show(first);
  const ended = session.turn<R>({
    quit,
    press: (press) => {
      const step = panel.reduce(state, press);
      if (step.state !== state) show(step.state);
      return step.result;
    },
  });
  const update = (change: (state: S) => S): void => {
    if (!left.signal.aborted) show(change(state));
  };
  // Who looks says what is wrong in the panel itself.
  live?.(update, left.signal).catch(() => undefined);
  try {
    return await ended;
  } finally {
    left.abort();
    // What comes next is mostly too quick to be spoken of.
    session.showSoon({ type: 'busy', text: ONE_MOMENT });
  }
}
