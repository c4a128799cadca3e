import type { Text } from '../../core/contracts/index.ts';
import { say } from '../../core/text/say.ts';
import type { SettingOrigin } from '../host/setting-origins.ts';
import type { SettingKey } from '../host/settings.ts';
import { SETTING_HELP, SETTING_NAMES, settingOrigin, settingValue, settingWinner } from '../text/setting-words.ts';
import type { Writer } from '../text/writer.ts';
import { byNumber } from './by-number.ts';
import type { Lines } from './lines.ts';

const BACK = say('Back', '戻る');

/** The settings as numbered lines: which, then what. undefined: back. */
export async function plainSettings(
  settings: readonly SettingOrigin[],
  lines: Lines,
  writer: Writer,
  signal: AbortSignal,
): Promise<{ readonly key: SettingKey; readonly value: string } | undefined> {
  const choices = [...settings.map((setting) => ({ text: inOneLine(setting), choice: setting })), { text: BACK, choice: undefined }];
  const setting = await byNumber(choices, lines, writer, signal);
  if (setting === undefined) return undefined;
  const { key, values } = setting;
  lines.say(writer.words(SETTING_HELP[key]));
  const winner = settingWinner(setting);
  if (winner !== undefined) lines.say(writer.words(winner));
  const value = await byNumber(
    [...values.map((each) => ({ text: settingValue(key, each), choice: each })), { text: BACK, choice: undefined }],
    lines,
    writer,
    signal,
  );
  return value === undefined ? undefined : { key, value };
}

function inOneLine(setting: SettingOrigin): Text {
  const { key, value } = setting;
  return say('{name}: {value} ({origin})', '{name}: {value} ({origin})', {
    name: SETTING_NAMES[key],
    value: settingValue(key, value),
    origin: settingOrigin(setting),
  });
}
