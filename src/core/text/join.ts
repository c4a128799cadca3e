import type { Message, Text } from '../contracts/index.ts';

/** Texts one below the other, as one text. */
export function lines(texts: readonly Text[]): Message {
  const template = texts.map((_, at) => `{line${at}}`).join('\n');
  return { en: template, ja: template, with: Object.fromEntries(texts.map((text, at) => [`line${at}`, text])) };
}
