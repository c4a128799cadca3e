import type { Text } from '../../core/contracts/index.ts';
import { code, say } from '../../core/text/say.ts';
import { USUAL_RESOLVERS } from '../../plugins/shared/dns/usual-resolvers.ts';
import type { SettingOrigin } from '../host/setting-origins.ts';
import type { SettingKey } from '../host/settings.ts';

export const SETTING_NAMES: Readonly<Record<SettingKey, Text>> = {
  theme: say('Colours', '配色'),
  language: say('Language', '言語'),
  marks: say('Symbols', '記号'),
  screen: say('Screen', '画面'),
  notify: say('Notifications', '通知'),
  resolvers: say('Resolvers', 'リゾルバー'),
};

export const SETTING_HELP: Readonly<Record<SettingKey, Text>> = {
  theme: say(
    'auto reads well on black and on white alike; dark and light use the ground that you have; mono uses weight and words alone.',
    '自動は黒と白のどちらの背景でも読みやすい配色です。ダークとライトは背景に合わせた配色、モノクロは文字の太さと言葉だけを使います。',
  ),
  language: say('The words of every screen. Commands, codes and JSON stay English.', 'すべての画面の言語です。コマンド、コード、JSON は英語のままです。'),
  marks: say(
    'The marks and lines beside the words; ASCII where the terminal draws boxes instead.',
    '言葉に添える記号と線です。正しく表示されない端末では ASCII を選んでください。',
  ),
  screen: say(
    'Full screen, or one line after another, for screen readers and simple terminals.',
    '全画面表示か、1 行ずつの表示 (スクリーン リーダーや単純な端末向け) を選べます。',
  ),
  notify: say('A bell and a notification when a wait of hours is over.', '長い待機が終わったときに、ベルと通知でお知らせします。'),
  resolvers: say(
    'Who is asked for a name where a profile says nothing ({key}): {system}, addresses, or URLs of DNS over HTTPS. The practice Azure has its own.',
    'プロファイルに指定 ({key}) がないときに問い合わせる先です: {system}、アドレス、または DNS over HTTPS の URL。練習用 Azure では専用のリゾルバーを使います。',
    { key: code('dns.resolvers'), system: code('system') },
  ),
};

const VALUES: Readonly<Record<string, Text>> = {
  'theme auto': say('auto', '自動'),
  'theme dark': say('dark', 'ダーク'),
  'theme light': say('light', 'ライト'),
  'theme mono': say('mono', 'モノクロ'),
  'language auto': say('as the system', 'システムに従う'),
  'language en': 'English',
  'language ja': '日本語',
  'marks auto': say('as the terminal can', '端末に従う'),
  'marks unicode': 'Unicode ✓ ● →',
  'marks ascii': 'ASCII + * ->',
  'screen full': say('full screen', '全画面'),
  'screen lines': say('line by line', '1 行ずつ'),
  'notify on': say('on', 'オン'),
  'notify off': say('off', 'オフ'),
};

export const settingValue = (key: SettingKey, value: string): Text => VALUES[`${key} ${value}`] ?? value;

/** Where a value comes from, in a word or two. */
export function settingOrigin({ from, by }: SettingOrigin): Text {
  if (from === 'elsewhere') return say('from {by}', '{by} から', { by: code(by ?? '') });
  if (from === 'file') return say('saved', '保存済み');
  return by === undefined ? say('default', '既定値') : say('default, sees {by}', '既定値 ({by} を参照)', { by: code(by) });
}

/** How a list is typed. */
export const TYPE_RESOLVERS = say('Several are parted by commas. Empty: {usual}.', '複数の場合はコンマで区切ります。空欄の場合: {usual}', {
  usual: code(USUAL_RESOLVERS.join(', ')),
});

/** That somebody else decides, whatever is saved; undefined where nobody does. */
export function settingWinner({ key, saved, from, by }: SettingOrigin): Text | undefined {
  if (from !== 'elsewhere') return undefined;
  return say('{by} is set and wins. Saved for when it is not: {saved}', '{by} の指定が優先されます。指定がないときの値: {saved}', {
    by: code(by ?? ''),
    saved: settingValue(key, saved),
  });
}
