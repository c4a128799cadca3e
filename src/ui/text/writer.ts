import type { Language, Text } from '../../core/contracts/index.ts';
import { renderText } from './render.ts';
import { type Symbols, symbolsFor } from './symbols.ts';

/** How a person's words are written: the same for a whole run. */
export interface Writer {
  readonly language: Language;
  readonly symbols: Symbols;
  words(text: Text): string;
}

export function createWriter(language: Language, unicode: boolean): Writer {
  return { language, symbols: symbolsFor(unicode), words: (text) => renderText(text, language) };
}

/** `say` of another language has other colons and brackets. */
export function indent(lines: readonly string[], by = '  '): readonly string[] {
  return lines.flatMap((line) => line.split('\n')).map((line) => (line === '' ? '' : by + line));
}
