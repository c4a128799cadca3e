import type { Language, Text } from '../../core/contracts/index.ts';
import { piecesOf, type RenderOptions } from './pieces.ts';

/** A text as one string in a language; foreign parts have their controls made visible. */
export function renderText(text: Text, language: Language, options: RenderOptions = {}): string {
  return piecesOf(text, language, options)
    .map((piece) => (piece.kind === 'link' && piece.url !== piece.text ? `${piece.text} (${piece.url})` : piece.text))
    .join('');
}
