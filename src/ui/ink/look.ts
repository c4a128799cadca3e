import type { Language, Text } from '../../core/contracts/index.ts';
import { type Piece, piecesOf } from '../text/pieces.ts';
import { renderText } from '../text/render.ts';
import type { ThemeName } from '../text/theme-names.ts';
import { type Piece as Drawn, piece, type Row } from './layout/rows.ts';
import { type Symbols, symbolsFor } from './symbols.ts';
import { type ColorDepth, type Theme, type Tone, themeFor } from './theme.ts';

/** How everything is drawn: handed to every view, the same for the whole run. */
export interface Look {
  readonly language: Language;
  readonly theme: Theme;
  readonly symbols: Symbols;
  /** Read aloud, one column at a time: no side panel. */
  readonly screenReader: boolean;
  /** The terminal opens links: their addresses are not spelled out. */
  readonly links: boolean;
  /** A text in the reader's language, safe for the screen. */
  words(text: Text): string;
  /** The same with what is to be typed, and links, set apart. */
  row(text: Text, tone?: Tone): Row;
}

export interface LookOptions {
  readonly language: Language;
  readonly depth: ColorDepth;
  readonly unicode: boolean;
  readonly screenReader: boolean;
  readonly links?: boolean;
  readonly theme?: ThemeName;
}

export function createLook({ language, depth, unicode, screenReader, links = false, theme = 'auto' }: LookOptions): Look {
  const linked = links && !screenReader && depth > 1 && theme !== 'mono';
  return {
    language,
    theme: themeFor(depth, theme),
    symbols: symbolsFor(unicode),
    screenReader,
    links: linked,
    words: (text) => renderText(text, language),
    row: (text, tone = 'plain') =>
      piecesOf(text, language).map((part) => (part.kind === 'link' ? drawLink(part, linked) : piece(part.text, part.kind === 'code' ? 'accent' : tone))),
  };
}

function drawLink({ text, url = text }: Piece, linked: boolean): Drawn {
  if (linked) return { ...piece(text, 'accent'), url };
  return piece(url === text ? text : `${text} (${url})`, 'accent');
}
