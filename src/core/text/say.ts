import type { Message, Span, Text } from '../contracts/index.ts';

/** One sentence in English and Japanese; `{name}` in both stands for `values.name`. */
export function say(en: string, ja: string, values?: Readonly<Record<string, Span | Text | number>>): Message {
  return values === undefined ? { en, ja } : { en, ja, with: values };
}

/** Somebody's own words inside a sentence: a name, a path, what a server said. */
export const value = (words: string): Span => ({ value: words });
/** To be typed as it stands: a command, a flag, a key of the profile. */
export const code = (words: string): Span => ({ code: words });
export const link = (url: string, label?: string): Span => (label === undefined ? { link: url } : { link: url, label });
/** A point in time: ms since the epoch, or ISO 8601. */
export const date = (at: number | string): Span => ({ date: at });
/** A length of time in ms. */
export const duration = (ms: number): Span => ({ duration: ms });
