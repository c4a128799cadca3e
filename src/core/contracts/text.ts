export type Language = 'en' | 'ja';

/** A piece of a message with a meaning of its own, which each UI draws in its own way. */
export type Span =
  | { readonly value: string } // somebody's own words: a name, a path, a server's message
  | { readonly code: string } // to be typed as it stands
  | { readonly link: string; readonly label?: string }
  | { readonly date: number | string } // ms since the epoch, or ISO 8601
  | { readonly duration: number }; // ms

/**
 * One sentence in every language. `{name}` in the templates stands for the entry `name` of `with`;
 * both templates use the same names.
 */
export interface Message {
  readonly en: string;
  readonly ja: string;
  readonly with?: Readonly<Record<string, Span | Text | number>>;
}

/** Words as data, so that errors need no UI and every UI shows the same. A bare string is foreign text: shown as it is, controls made visible. */
export type Text = string | Message;
