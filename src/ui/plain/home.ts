import type { Text } from '../../core/contracts/index.ts';
import { code, say, value } from '../../core/text/say.ts';
import type { WaitKind } from '../../core/wait/open-wait.ts';
import type { Writer } from '../text/writer.ts';
import { BACK, byNumber, type Numbered } from './by-number.ts';
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

export type HomeWork = 'replay' | 'renew' | 'disable';
/** What is looked at from outside. */
export type HomeCheck =
  | { readonly type: 'check'; readonly profile: string }
  | { readonly type: 'check-all' }
  | { readonly type: 'check-host'; readonly host: string };

export type HomeChoice =
  | { readonly type: 'secure' }
  | { readonly type: 'learn' }
  | { readonly type: 'settings' }
  | { readonly type: 'profiles' }
  | HomeCheck
  | { readonly type: HomeWork; readonly profile: string }
  | { readonly type: 'watch'; readonly kind: HomeWait['kind']; readonly profile: string }
  | { readonly type: 'quit' };

const CHECK: Numbered<'check'> = { text: say('Check from outside', '外部から確認する'), choice: 'check' };
const WORK: readonly Numbered<HomeWork | 'check'>[] = [
  { text: say('Replay a profile', 'プロファイルを再実行する'), choice: 'replay' },
  { text: say('Renew a certificate', '証明書を更新する'), choice: 'renew' },
  CHECK,
  { text: say('Switch TLS off', 'TLS をオフにする'), choice: 'disable' },
];

const PROFILES: Numbered<'profiles'> = {
  text: say('Profiles: change, copy, rename, remove; certificates', 'プロファイル (変更、コピー、名前の変更、削除、証明書)'),
  choice: 'profiles',
};

/** The home screen as numbered lines: the profiles as they stand, then what to do, then with which. */
export async function plainHome(
  entries: readonly HomeEntry[],
  waits: readonly HomeWait[],
  lines: Lines,
  writer: Writer,
  signal: AbortSignal,
): Promise<HomeChoice> {
  const menu: readonly Numbered<'secure' | 'learn' | 'settings' | 'profiles' | 'check' | HomeWork | 'watch' | 'quit'>[] = [
    { text: say('Secure a web service', 'Web サービスを保護する'), choice: 'secure' },
    ...(entries.length === 0 ? [CHECK] : WORK),
    ...(waits.length === 0
      ? []
      : [{ text: say('Go on with a wait ({count} open)', '待機を再開する ({count} 件)', { count: waits.length }), choice: 'watch' as const }]),
    ...(entries.length === 0 ? [] : [PROFILES]),
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
    if (work === 'secure' || work === 'learn' || work === 'settings' || work === 'profiles') return { type: work };
    if (work === 'check') {
      const check = await chooseCheck(entries, lines, writer, signal);
      if (check !== undefined) return check;
      continue;
    }
    const chosen =
      work === 'watch'
        ? await choose<HomeChoice | undefined>([...waits.map(({ kind, profile, text }) => ({ text, choice: { type: work, kind, profile } as const })), BACK])
        : await choose<HomeChoice | undefined>([
            ...entries.map(({ name, detail }) => ({ text: nameOf(name, detail), choice: { type: work, profile: name } as const })),
            BACK,
          ]);
    if (chosen !== undefined) return chosen;
  }
}

const ALL: Numbered<HomeCheck> = { text: say('All of them', 'すべて'), choice: { type: 'check-all' } };
const OTHER: Numbered<'host'> = { text: say('Another host, by its name', '別のホスト (名前を入力)'), choice: 'host' };
const HOST = say('Its name, with a port where that is not 443, or {back} to go back:', 'ホスト名を入力してください (443 以外はポートも。戻る場合は {back}):', {
  back: code('<'),
});

async function chooseCheck(entries: readonly HomeEntry[], lines: Lines, writer: Writer, signal: AbortSignal): Promise<HomeCheck | undefined> {
  const named = entries.map(({ name, detail }): Numbered<HomeCheck> => ({ text: nameOf(name, detail), choice: { type: 'check', profile: name } }));
  const all = entries.length < 2 ? [] : [ALL];
  const chosen = entries.length === 0 ? 'host' : await byNumber<HomeCheck | 'host' | undefined>([...named, ...all, OTHER, BACK], lines, writer, signal);
  if (chosen !== 'host') return chosen;
  const host = (await lines.read(writer.words(HOST), signal)).trim();
  return host === '' || host === '<' || host === 'q!' ? undefined : { type: 'check-host', host };
}

function standingText({ name, detail, standing }: HomeEntry): Text {
  if (standing === undefined) return nameOf(name, detail);
  return say('{name}: {standing}', '{name}: {standing}', { name: value(name), standing: standing.text });
}

function nameOf(name: string, detail: Text): Text {
  return say('{name} ({detail})', '{name} ({detail})', { name: value(name), detail });
}
