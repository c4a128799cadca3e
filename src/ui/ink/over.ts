import { inBounds } from './frame/in-bounds.ts';
import { is, type Press } from './keys.ts';
import type { Look } from './look.ts';
import type { Model } from './model.ts';
import { createGlossary, reduceGlossary } from './screens/glossary/state.ts';
import { lettersAreKeys } from './screens/letters.ts';
import { type Panel, screenOf } from './screens/panel/panel.ts';
import type { Store } from './store.ts';

/** A panel over whatever is on the screen; any result closes it. */
export interface Overlay<S extends { readonly scroll: number }, R> {
  readonly first: S;
  readonly panel: Panel<S, R>;
  /** Work beside it; the signal is aborted when it is closed. */
  live(update: (change: (state: S) => S) => void, signal: AbortSignal): Promise<void>;
}

/** Shows an overlay; called with the one that is to be shown. */
export type ShowOverlay = <S extends { readonly scroll: number }, R>(overlay: Overlay<S, R>) => void;

export interface OverOptions {
  /** Opens the certificate of the answers so far, where there is one. */
  readonly openCertificate?: (show: ShowOverlay) => void;
}

/** What lies over every screen: the screen below neither sees the press nor changes. */
export function createOver(store: Store<Model>, look: () => Look, { openCertificate }: OverOptions) {
  let press: ((press: Press) => void) | undefined;

  const show: ShowOverlay = ({ first, panel, live }) => {
    const closed = new AbortController();
    let state = first;
    const put = (next: typeof first): void => {
      const over = inBounds(screenOf(panel, next), store.get(), look());
      state = { ...next, scroll: over.scroll };
      store.set({ ...store.get(), over });
    };
    press = (pressed) => {
      const step = panel.reduce(state, pressed);
      if (step.result === undefined) {
        put(step.state);
        return;
      }
      closed.abort();
      press = undefined;
      const { over: _closed, ...rest } = store.get();
      store.set(rest);
    };
    put(first);
    // Who looks says what is wrong in the panel itself.
    live((change) => {
      if (!closed.signal.aborted) put(change(state));
    }, closed.signal).catch(() => undefined);
  };

  /** True where the press was for what lies above, or opened it. */
  return (pressed: Press): boolean => {
    const { glossary, ...below } = store.get();
    if (glossary !== undefined) {
      const next = reduceGlossary(glossary, pressed);
      store.set(next === undefined ? below : { ...below, glossary: next });
      return true;
    }
    if (press !== undefined) {
      press(pressed);
      return true;
    }
    const letters = lettersAreKeys(below.screen);
    if (below.certificate === true && openCertificate !== undefined && is(pressed, letters ? 'certificate' : 'certificateWhileTyping')) {
      openCertificate(show);
      return true;
    }
    if (!is(pressed, letters ? 'glossary' : 'glossaryWhileTyping')) return false;
    store.set({ ...below, glossary: createGlossary(below.screen, look()) });
    return true;
  };
}
