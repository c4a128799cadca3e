import type { Language, Text } from '../../core/contracts/index.ts';
import { piecesOf } from '../text/pieces.ts';
import { renderText } from '../text/render.ts';
import type { ThemeName } from '../text/theme-names.ts';
import type { Row } from './layout/rows.ts';
import { type Symbols, symbolsFor } from './symbols.ts';
import { type ColorDepth, type Theme, type Tone, themeFor } from './theme.ts';

/** How everything is drawn: handed to every view, the same for the whole run. */
export interface Look {
  readonly language: Language;
  readonly theme: Theme;
  readonly symbols: Symbols;
  /** Read aloud, one column at a time: no side panel. */
  readonly screenReader: boolean;
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
  readonly theme?: ThemeName;
}

export function createLook({ language, depth, unicode, screenReader, theme = 'auto' }: LookOptions): Look {
  return {
    language,
    theme: themeFor(depth, theme),
    symbols: symbolsFor(unicode),
    screenReader,
    words: (text) => renderText(text, language),
    row: (text, tone = 'plain') =>
      piecesOf(text, language).map((part) => ({
        text: part.kind === 'link' && part.url !== undefined && part.url !== part.text ? `${part.text} (${part.url})` : part.text,
        tone: part.kind === 'code' || part.kind === 'link' ? 'accent' : tone,
      })),
  };
}
