import type { Span, Text } from '../../contracts/index.ts';
import { code, say } from '../../text/say.ts';
import type { Both } from './schema.ts';

/** A sentence of a lesson's file: what stands between backticks is to be typed as it stands. */
export function wordsOf({ en, ja }: Both): Text {
  const values: Record<string, Span> = {};
  const names = new Map<string, string>();
  const template = (text: string): string =>
    text.trim().replace(/`([^`]+)`/gu, (_, typed: string) => {
      const name = names.get(typed) ?? `code${names.size + 1}`;
      names.set(typed, name);
      values[name] = code(typed);
      return `{${name}}`;
    });
  const [english, japanese] = [template(en), template(ja)];
  return say(english, japanese, values);
}
