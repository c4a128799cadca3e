import { visible } from '../../core/text/visible.ts';
import type { Look } from './look.ts';
import type { Model } from './model.ts';

// XTWINOPS 22 and 23: the terminal keeps its own title and gets it back. Terminals that know neither pass them over.
const KEEP = '\u001b[22;2t';
const GIVE_BACK = '\u001b[23;2t';

/** Names the window after what is on it. */
export const takeTitle = (title: string): string => `${KEEP}\u001b]2;${visible(title)}\u0007`;
export const giveTitleBack = (): string => GIVE_BACK;

export function titleOf({ environment, profile }: Model, look: Look): string {
  return ['amltls', ...(profile === undefined ? [] : [profile]), look.words(environment.title)].join(' - ');
}
