import { useCursor, useInput, usePaste } from 'ink';
import { useSyncExternalStore } from 'react';
import { compose } from './frame/compose.ts';
import { FrameView } from './frame/view.tsx';
import type { Press } from './keys.ts';
import type { Look } from './look.ts';
import type { Model } from './model.ts';
import { pressesOf } from './presses.ts';
import type { Store } from './store.ts';

/** Draws the model and hands on what is pressed; decides nothing. */
export function App({ store, look, onPress }: { readonly store: Store<Model>; readonly look: Look; readonly onPress: (press: Press) => void }) {
  const model = useSyncExternalStore(store.subscribe, store.get);
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
