import type { Press } from '../../keys.ts';
import type { Look } from '../../look.ts';
import type { Area, Drawing } from '../drawing.ts';
import type { PanelScreen } from './screen.ts';

/** What such a screen does: pure functions of its state. */
export interface Panel<S extends { readonly scroll: number }, R> {
  /** A result ends the panel. */
  reduce(state: S, press: Press): { readonly state: S; readonly result?: R };
  draw(state: S, area: Area, look: Look): Drawing;
  /** Left out: letters are keys always. */
  letters?(state: S): boolean;
}

export function screenOf<S extends { readonly scroll: number }, R>(panel: Panel<S, R>, state: S): PanelScreen {
  return {
    type: 'panel',
    scroll: state.scroll,
    letters: panel.letters?.(state) ?? true,
    draw: (area, scroll, _now, look) => panel.draw({ ...state, scroll }, area, look),
  };
}
