import type { Language, Message, Span, Text } from '../../core/contracts/index.ts';
import { visible } from '../../core/text/visible.ts';
import { formatDate, formatDuration, formatNumber } from './formats.ts';

/** One run of characters with one meaning, ready to be drawn; controls are already visible. */
export interface Piece {
  readonly kind: 'words' | 'value' | 'code' | 'link' | 'date' | 'duration';
  readonly text: string;
  /** Where a link leads. */
  readonly url?: string;
}

export interface RenderOptions {
  /** IANA name; default the machine's own. */
  readonly timeZone?: string;
}

type Entry = Span | Text | number;

const PLACEHOLDER = /\{(\w+)\}/g;
// A message deeper than this was not written by a person.
const DEEPEST = 16;

/** A text cut into pieces, for UIs that draw values, code and links in their own way. */
export function piecesOf(text: Text, language: Language, options: RenderOptions = {}): readonly Piece[] {
  return typeof text === 'string' ? [foreign(text)] : messagePieces(text, language, options, 0);
}

function messagePieces(message: Message, language: Language, options: RenderOptions, depth: number): readonly Piece[] {
  const template = message[language];
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of template.matchAll(PLACEHOLDER)) {
    const name = match[1] ?? '';
    const entry = message.with !== undefined && Object.hasOwn(message.with, name) ? message.with[name] : undefined;
    if (entry === undefined) continue;
    pieces.push(...words(template.slice(from, match.index)), ...entryPieces(entry, language, options, depth + 1));
    from = match.index + match[0].length;
  }
  pieces.push(...words(template.slice(from)));
  return pieces;
}

function entryPieces(entry: Entry, language: Language, options: RenderOptions, depth: number): readonly Piece[] {
  if (depth > DEEPEST) return [];
  if (typeof entry === 'number') return [{ kind: 'value', text: formatNumber(entry, language) }];
  if (typeof entry === 'string') return [foreign(entry)];
  if ('en' in entry) return messagePieces(entry, language, options, depth);
  if ('value' in entry) return [foreign(entry.value)];
  if ('code' in entry) return [{ kind: 'code', text: visible(entry.code) }];
  if ('link' in entry) return [{ kind: 'link', text: visible(entry.label ?? entry.link), url: visible(entry.link) }];
  if ('date' in entry) return [{ kind: 'date', text: visible(formatDate(entry.date, language, options.timeZone)) }];
  return [{ kind: 'duration', text: formatDuration(entry.duration, language) }];
}

// A template may break its lines; nothing else in it may move the cursor.
function words(template: string): readonly Piece[] {
  return template === '' ? [] : [{ kind: 'words', text: template.split('\n').map(visible).join('\n') }];
}

function foreign(text: string): Piece {
  return { kind: 'value', text: visible(text) };
}
