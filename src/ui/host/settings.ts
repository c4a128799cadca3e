import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from '../../core/contracts/index.ts';
import { THEMES } from '../text/theme-names.ts';

/** Every setting that has a few values, the default first. */
export const SETTING_VALUES = {
  theme: THEMES,
  /** `auto`: as the locale says. */
  language: ['auto', 'en', 'ja'],
  /** `auto`: as far as the terminal can draw them. */
  marks: ['auto', 'unicode', 'ascii'],
  /** `lines`: as with --plain. */
  screen: ['full', 'lines'],
  /** The bell and the notification at the end of a long wait. */
  notify: ['on', 'off'],
} as const;

export type ChoiceKey = keyof typeof SETTING_VALUES;
export type SettingKey = ChoiceKey | 'resolvers';
const CHOICE_KEYS = Object.keys(SETTING_VALUES) as readonly ChoiceKey[];
export const SETTING_KEYS: readonly SettingKey[] = [...CHOICE_KEYS, 'resolvers'];

/** What a person wants; what is missing is left to the terminal, and to the environment. */
export type Settings = { readonly [K in ChoiceKey]?: (typeof SETTING_VALUES)[K][number] } & {
  /** Who is asked where a profile names no `dns.resolvers`. */
  readonly resolvers?: readonly string[];
};

export const settingsFile = (configFolder: string) => join(configFolder, 'settings.json');

/** Read before the first frame, so in one call. AMLTLS_THEME wins; a damaged file is as good as none: it is only about looks. */
export function readSettings(configFolder: string, env: Readonly<Record<string, string | undefined>>): Settings {
  const theme = knownValue('theme', env['AMLTLS_THEME']);
  return { ...savedSettings(configFolder), ...(theme === undefined ? {} : { theme }) };
}

/** What the file alone says. */
export function savedSettings(configFolder: string): Settings {
  const kept = parse(configFolder);
  const known = CHOICE_KEYS.flatMap((key) => {
    const value = knownValue(key, kept[key]);
    return value === undefined ? [] : [[key, value] as const];
  });
  const resolvers = wordsIn(kept['resolvers']);
  return { ...Object.fromEntries(known), ...(resolvers.length === 0 ? {} : { resolvers }) };
}

/** Changes one setting and leaves what else the file holds; the default, or an empty list, is written as nothing. @throws ProblemError of `Files.write` */
export async function saveSetting(files: Files, configFolder: string, key: SettingKey, value: string | readonly string[]): Promise<void> {
  const { [key]: _before, ...rest } = parse(configFolder);
  const usual = key === 'resolvers' ? value.length === 0 : value === SETTING_VALUES[key][0];
  const next = usual ? rest : { ...rest, [key]: value };
  await files.write(settingsFile(configFolder), `${JSON.stringify(next, null, 2)}\n`, { mode: 0o600 });
}

function parse(configFolder: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(readFileSync(settingsFile(configFolder), 'utf8'));
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}

const wordsIn = (given: unknown): readonly string[] => (Array.isArray(given) ? given.filter((each) => typeof each === 'string') : []);

/** A value that the setting has; undefined for any other. */
export function knownValue<K extends ChoiceKey>(key: K, given: unknown): (typeof SETTING_VALUES)[K][number] | undefined {
  return SETTING_VALUES[key].find((each) => each === given);
}
