import { useApp, useCursor, useInput, usePaste } from 'ink';
import { useEffect, useSyncExternalStore } from 'react';
import { compose } from './frame/compose.ts';
import { FrameView } from './frame/view.tsx';
import type { Press } from './keys.ts';
import type { Look } from './look.ts';
import type { Model } from './model.ts';
import { pressesOf } from './presses.ts';
import type { Store } from './store.ts';
import type { Lend } from './suspension.ts';

export interface AppProps {
  readonly store: Store<Model>;
  readonly look: Look;
  onPress(press: Press): void;
  /** Handed what gives the terminal away for a while. */
  lentBy(lend: Lend): void;
}

/** Draws the model and hands on what is pressed; decides nothing. */
export function App({ store, look, onPress, lentBy }: AppProps) {
  const model = useSyncExternalStore(store.subscribe, store.get);
  const { suspendTerminal } = useApp();
  useEffect(() => lentBy(suspendTerminal), [lentBy, suspendTerminal]);
  const { setCursorPosition } = useCursor();
  useInput((input, key) => {
    for (const press of pressesOf(input, key)) onPress(press);
  });
  usePaste((text) => onPress({ type: 'paste', text }));
  const frame = compose(model, look);
  // The terminal's own cursor marks the place of typing: input methods for Japanese compose there.
  setCursorPosition(frame.type === 'whole' ? frame.cursor : undefined);
  return <FrameView frame={frame} screen={model.over ?? model.screen} covered={model.glossary !== undefined} look={look} />;
}
