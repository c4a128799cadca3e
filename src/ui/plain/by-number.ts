import type { Text } from '../../core/contracts/index.ts';
import { say } from '../../core/text/say.ts';
import type { Writer } from '../text/writer.ts';
import type { Lines } from './lines.ts';
import { MESSAGES } from './messages.ts';

export interface Numbered<T> {
  readonly text: Text;
  readonly choice: T;
}

/** The last choice of a list that leads back. */
export const BACK: Numbered<undefined> = { text: say('Back', '戻る'), choice: undefined };

/** The choices numbered, and the one whose number is typed. undefined: back. */
export async function byNumber<T>(choices: readonly Numbered<T>[], lines: Lines, { words }: Writer, signal: AbortSignal): Promise<T | undefined> {
  for (const [at, { text }] of choices.entries()) lines.say(`  ${at + 1}. ${words(text)}`);
  for (;;) {
    const typed = (await lines.read(words(say('What do you want to do? Type a number:', '何をしますか? 番号を入力してください:')), signal)).trim();
    if (typed === 'q!' || typed === 'q' || typed === '<') return undefined;
    const chosen = /^\d+$/.test(typed) ? choices[Number(typed) - 1] : undefined;
    if (chosen !== undefined) return chosen.choice;
    lines.say(words(MESSAGES.noSuchChoice));
  }
}
