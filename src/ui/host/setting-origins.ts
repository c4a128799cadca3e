import { USUAL_RESOLVERS } from '../../plugins/shared/dns/usual-resolvers.ts';
import { plainLanguage } from '../text/language.ts';
import { langFlag } from './flag-value.ts';
import type { Host } from './host.ts';
import { type ChoiceKey, knownValue, SETTING_KEYS, SETTING_VALUES, type SettingKey, savedSettings } from './settings.ts';
import { isSet } from './terminal.ts';

/** One setting as it counts now, and who says so. */
export interface SettingOrigin {
  readonly key: SettingKey;
  /** Empty: it is typed, several parted by commas. */
  readonly values: readonly string[];
  /** What the file says, or the default. */
  readonly saved: string;
  /** What counts. */
  readonly value: string;
  readonly from: 'default' | 'file' | 'elsewhere';
  /** The variable or flag that decides, whatever is saved; for a default that looks around, what it looks at. */
  readonly by?: string;
}

/** Every setting with where its value comes from. Flags and the program's own variables win over the file, the file over the defaults. */
export function settingOrigins(host: Pick<Host, 'env' | 'argv' | 'folders'>): readonly SettingOrigin[] {
  const saved = savedSettings(host.folders.config);
  return SETTING_KEYS.map((key): SettingOrigin => {
    if (key === 'resolvers') return ofResolvers(saved.resolvers);
    const values = SETTING_VALUES[key];
    const kept = saved[key] ?? values[0];
    const given = elsewhere(key, host);
    if (given !== undefined) return { key, values, saved: kept, value: given.value, from: 'elsewhere', by: given.by };
    const looksAt = kept === 'auto' ? lookedAt(key, host) : undefined;
    return { key, values, saved: kept, value: kept, from: saved[key] === undefined ? 'default' : 'file', ...(looksAt === undefined ? {} : { by: looksAt }) };
  });
}

function ofResolvers(saved: readonly string[] | undefined): SettingOrigin {
  const value = (saved ?? USUAL_RESOLVERS).join(', ');
  return { key: 'resolvers', values: [], saved: value, value, from: saved === undefined ? 'default' : 'file' };
}

type Given = { readonly value: string; readonly by: string } | undefined;

function elsewhere(key: ChoiceKey, { env, argv }: Pick<Host, 'env' | 'argv'>): Given {
  const flag = (name: string) => argv.some((each) => each === name || each.startsWith(`${name}=`));
  switch (key) {
    case 'theme': {
      if (flag('--no-color')) return { value: 'mono', by: '--no-color' };
      if (isSet(env['NO_COLOR']) && env['FORCE_COLOR'] === undefined) return { value: 'mono', by: 'NO_COLOR' };
      const theme = knownValue('theme', env['AMLTLS_THEME']);
      return theme === undefined ? undefined : { value: theme, by: 'AMLTLS_THEME' };
    }
    case 'language': {
      const given = langFlag(argv);
      return given === undefined ? undefined : { value: plainLanguage(given, {}), by: '--lang' };
    }
    case 'screen': {
      if (flag('--plain')) return { value: 'lines', by: '--plain' };
      if (isSet(env['ACCESSIBLE'])) return { value: 'lines', by: 'ACCESSIBLE' };
      return env['TERM'] === 'dumb' ? { value: 'lines', by: 'TERM' } : undefined;
    }
    case 'marks':
    case 'notify':
      return undefined;
  }
}

function lookedAt(key: ChoiceKey, { env }: Pick<Host, 'env'>): string | undefined {
  const first = (names: readonly string[]) => names.find((name) => isSet(env[name]));
  if (key === 'language') return first(['LC_ALL', 'LC_MESSAGES', 'LANG']);
  return key === 'marks' ? (env['TERM'] === 'linux' ? 'TERM' : first(['LC_ALL', 'LC_CTYPE', 'LANG'])) : undefined;
}
