import type { Look } from '../../look.ts';
import type { Area, Drawing } from '../drawing.ts';

/** A screen that brings its own drawing, so that what it needs is loaded only when it is opened. */
export interface PanelScreen {
  readonly type: 'panel';
  readonly scroll: number;
  /** A letter is a key, and not the beginning of what is being typed. */
  readonly letters: boolean;
  /** @param now ms of the environment's clock */
  draw(area: Area, scroll: number, now: number, look: Look): Drawing;
}
