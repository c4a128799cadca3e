import type { Text } from '../../core/contracts/index.ts';
import { code, say } from '../../core/text/say.ts';
import type { SettingOrigin } from '../host/setting-origins.ts';
import type { SettingKey } from '../host/settings.ts';
import { SETTING_HELP, SETTING_NAMES, settingOrigin, settingValue, settingWinner, TYPE_RESOLVERS } from '../text/setting-words.ts';
import type { Writer } from '../text/writer.ts';
import { BACK, byNumber } from './by-number.ts';
import type { Lines } from './lines.ts';

/** The settings as numbered lines: which, then what. undefined: back. */
export async function plainSettings(
  settings: readonly SettingOrigin[],
  lines: Lines,
  writer: Writer,
  signal: AbortSignal,
  typed: TypedList,
): Promise<{ readonly key: SettingKey; readonly value: string | readonly string[] } | undefined> {
  const choices = [...settings.map((setting) => ({ text: inOneLine(setting), choice: setting })), BACK];
  const setting = await byNumber(choices, lines, writer, signal);
  if (setting === undefined) return undefined;
  const { key, values } = setting;
  lines.say(writer.words(SETTING_HELP[key]));
  const winner = settingWinner(setting);
  if (winner !== undefined) lines.say(writer.words(winner));
  if (values.length === 0) return await typedList(setting, typed, lines, writer, signal);
  const value = await byNumber([...values.map((each) => ({ text: settingValue(key, each), choice: each })), BACK], lines, writer, signal);
  return value === undefined ? undefined : { key, value };
}

/** What becomes of a typed line, or why it is not taken. */
export interface TypedList {
  refused(line: string): Text | undefined;
  parse(line: string): readonly string[];
}

async function typedList({ key, saved }: SettingOrigin, typed: TypedList, lines: Lines, writer: Writer, signal: AbortSignal) {
  lines.say(writer.words(TYPE_RESOLVERS));
  for (;;) {
    const ask = say('Now: {saved}. Type the new ones, or {back} to go back:', '現在: {saved}。新しい値を入力してください (戻る場合は {back}):', {
      saved: code(saved),
      back: code('<'),
    });
    const line = (await lines.read(writer.words(ask), signal)).trim();
    if (line === '<' || line === 'q!') return undefined;
    const refused = typed.refused(line);
    if (refused === undefined) return { key, value: typed.parse(line) };
    lines.say(writer.words(refused));
  }
}

function inOneLine(setting: SettingOrigin): Text {
  const { key, value } = setting;
  return say('{name}: {value} ({origin})', '{name}: {value} ({origin})', {
    name: SETTING_NAMES[key],
    value: settingValue(key, value),
    origin: settingOrigin(setting),
  });
}
