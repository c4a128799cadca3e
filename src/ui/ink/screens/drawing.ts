import type { KeyId } from '../keys.ts';
import type { Drawn, Row } from '../layout/rows.ts';
import type { Look } from '../look.ts';

/** Room for a screen between header and footer, in columns and rows. */
export interface Area {
  readonly width: number;
  readonly height: number;
}

/** What a screen draws into its area. `side` stands right of a wall, `sideWidth` wide; `hints` are the keys that work now. */
export interface Drawing {
  readonly main: Drawn;
  readonly side?: readonly Row[];
  readonly sideWidth?: number;
  readonly hints: readonly KeyId[];
  /** The largest offset that what scrolls here can have. */
  readonly last?: number;
  /** For those who hear the screen. */
  readonly name: string;
}

const SIDE_FROM = 92;
/** Between both. */
export const WALL = 3;
const BESIDE = 0.54;

interface Columns {
  readonly main: number;
  /** 0: there is no room for both, or the screen is heard, one thing after another. */
  readonly side: number;
}

const oneOnly = (width: number, { screenReader }: Look): boolean => width < SIDE_FROM || screenReader;

/** Columns where what was asked for is read beside the screen, and needs more room than that. */
export function columnsBeside(width: number, look: Look): Columns {
  if (oneOnly(width, look)) return { main: width, side: 0 };
  const side = Math.min(78, Math.floor(width * BESIDE));
  return { main: width - side - WALL, side };
}

/** Columns for the main part and for the side panel. */
export function columnsFor(width: number, look: Look): Columns {
  if (oneOnly(width, look)) return { main: width, side: 0 };
  const side = Math.min(52, Math.max(34, Math.floor(width * 0.36)));
  return { main: Math.min(110, width - side - WALL), side };
}
