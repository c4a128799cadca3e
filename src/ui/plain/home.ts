import type { Text } from '../../core/contracts/index.ts';
import { say, value } from '../../core/text/say.ts';
import type { WaitKind } from '../../core/wait/open-wait.ts';
import type { Writer } from '../text/writer.ts';
import { byNumber, type Numbered } from './by-number.ts';
import type { Lines } from './lines.ts';

export interface HomeEntry {
  readonly name: string;
  readonly detail: Text;
  /** What the last look means now. */
  readonly standing?: { readonly text: Text; readonly due: boolean };
}

export interface HomeWait {
  readonly kind: WaitKind;
  readonly profile: string;
  readonly text: Text;
}

export type HomeWork = 'replay' | 'renew' | 'check' | 'disable';
export type HomeChoice =
  | { readonly type: 'secure' }
  | { readonly type: 'learn' }
  | { readonly type: 'settings' }
  | { readonly type: HomeWork; readonly profile: string }
  | { readonly type: 'watch'; readonly kind: HomeWait['kind']; readonly profile: string }
  | { readonly type: 'quit' };

const WORK: readonly Numbered<HomeWork>[] = [
  { text: say('Replay a profile', 'プロファイルを再実行する'), choice: 'replay' },
  { text: say('Renew a certificate', '証明書を更新する'), choice: 'renew' },
  { text: say('Check from outside', '外部から確認する'), choice: 'check' },
  { text: say('Switch TLS off', 'TLS をオフにする'), choice: 'disable' },
];

/** The home screen as numbered lines: the profiles as they stand, then what to do, then with which. */
export async function plainHome(
  entries: readonly HomeEntry[],
  waits: readonly HomeWait[],
  lines: Lines,
  writer: Writer,
  signal: AbortSignal,
): Promise<HomeChoice> {
  const menu: readonly Numbered<'secure' | 'learn' | 'settings' | HomeWork | 'watch' | 'quit'>[] = [
    { text: say('Secure a web service', 'Web サービスを保護する'), choice: 'secure' },
    ...(entries.length === 0 ? [] : WORK),
    ...(waits.length === 0
      ? []
      : [{ text: say('Go on with a wait ({count} open)', '待機を再開する ({count} 件)', { count: waits.length }), choice: 'watch' as const }]),
    { text: say('Learn: the next lesson', '学習する (次のレッスン)'), choice: 'learn' },
    { text: say('Settings', '設定'), choice: 'settings' },
    { text: say('Quit', '終了'), choice: 'quit' },
  ];
  const choose = async <T>(choices: readonly Numbered<T>[]): Promise<T | undefined> => await byNumber(choices, lines, writer, signal);
  for (;;) {
    lines.say('');
    for (const entry of entries) lines.say(writer.words(standingText(entry)));
    const work = await choose(menu);
    if (work === undefined || work === 'quit') return { type: 'quit' };
    if (work === 'secure' || work === 'learn' || work === 'settings') return { type: work };
    const chosen =
      work === 'watch'
        ? await choose(waits.map(({ kind, profile, text }) => ({ text, choice: { type: work, kind, profile } as const })))
        : await choose(entries.map(({ name, detail }) => ({ text: named(name, detail), choice: { type: work, profile: name } as const })));
    if (chosen !== undefined) return chosen;
  }
}

function standingText({ name, detail, standing }: HomeEntry): Text {
  if (standing === undefined) return named(name, detail);
  return say('{name}: {standing}', '{name}: {standing}', { name: value(name), standing: standing.text });
}

function named(name: string, detail: Text): Text {
  return say('{name} ({detail})', '{name} ({detail})', { name: value(name), detail });
}
