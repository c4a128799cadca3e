import type { Text } from '../../core/contracts/index.ts';
import { say, value } from '../../core/text/say.ts';
import type { Writer } from '../text/writer.ts';
import type { Lines } from './lines.ts';
import { MESSAGES } from './messages.ts';

export interface HomeEntry {
  readonly name: string;
  readonly detail: Text;
}

export type HomeChoice = { readonly type: 'secure' } | { readonly type: 'replay'; readonly profile: string } | { readonly type: 'quit' };

/** The home screen as numbered lines. */
export async function plainHome(entries: readonly HomeEntry[], lines: Lines, { words }: Writer, signal: AbortSignal): Promise<HomeChoice> {
  const choices: readonly { readonly text: Text; readonly choice: HomeChoice }[] = [
    { text: say('Secure a web service', 'Web サービスを保護する'), choice: { type: 'secure' } },
    ...entries.map(({ name, detail }) => ({
      text: say('Replay {name} ({detail})', '{name} を再実行 ({detail})', { name: value(name), detail }),
      choice: { type: 'replay', profile: name } as const,
    })),
    { text: say('Quit', '終了'), choice: { type: 'quit' } },
  ];
  lines.say('');
  for (const [at, { text }] of choices.entries()) lines.say(`  ${at + 1}. ${words(text)}`);
  for (;;) {
    const typed = (await lines.read(words(say('What do you want to do? Type a number:', '何をしますか? 番号を入力してください:')), signal)).trim();
    if (typed === 'q!' || typed === 'q') return { type: 'quit' };
    const chosen = /^\d+$/.test(typed) ? choices[Number(typed) - 1] : undefined;
    if (chosen !== undefined) return chosen.choice;
    lines.say(words(MESSAGES.noSuchChoice));
  }
}
