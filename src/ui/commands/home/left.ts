import type { HomeChoice } from './choose.ts';

/** How a screen that leads back to the home screen was left. */
export interface Left {
  /** What is to be done next; left out where the home screen comes again. */
  readonly choice?: HomeChoice;
}

/** By Ctrl-C: the program ends. */
export const INTERRUPTED: Left = { choice: { type: 'quit', interrupted: true } };
