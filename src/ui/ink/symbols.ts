import { type Symbols as Marks, symbolsFor as marksFor } from '../text/symbols.ts';

/** The marks of every UI, and the lines that only a drawn screen has. Those are one column wide. */
export interface Symbols extends Marks {
  readonly rule: string;
  readonly wall: string;
  readonly dot: string;
  readonly full: string;
  readonly empty: string;
  readonly fullTick: string;
  readonly emptyTick: string;
  readonly branch: string;
  readonly up: string;
  readonly down: string;
}

const UNICODE = { rule: '─', wall: '│', dot: '·', full: '━', empty: '─', fullTick: '┿', emptyTick: '┼', branch: '└', up: '↑', down: '↓' };
const ASCII = { rule: '-', wall: '|', dot: '|', full: '#', empty: '-', fullTick: '+', emptyTick: '+', branch: '`', up: 'Up', down: 'Down' };

export const symbolsFor = (unicode: boolean): Symbols => ({ ...marksFor(unicode), ...(unicode ? UNICODE : ASCII) });
