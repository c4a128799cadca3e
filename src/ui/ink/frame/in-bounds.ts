import type { Look } from '../look.ts';
import type { Model } from '../model.ts';
import { drawScreen, type Screen } from '../screens/screen.ts';
import { areaOf } from './compose.ts';

/** The screen as it is shown: an offset never runs past the end of what it scrolls. */
export function inBounds<S extends Screen>(screen: S, model: Model, look: Look): S {
  if (!('scroll' in screen) || screen.scroll === 0) return screen;
  const { last = 0 } = drawScreen(screen, areaOf(model, look), model.now, look);
  return { ...screen, scroll: Math.min(screen.scroll, last) };
}
