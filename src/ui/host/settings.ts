import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from '../../core/contracts/index.ts';
import { THEMES, type ThemeName } from '../text/theme-names.ts';

export const MARK_SETTINGS = ['auto', 'unicode', 'ascii'] as const;
export const SCREEN_SETTINGS = ['full', 'lines'] as const;

/** How a person wants the program to look; what is missing is left to the terminal. */
export interface Settings {
  readonly theme?: ThemeName;
  readonly marks?: (typeof MARK_SETTINGS)[number];
  /** `lines`: as with --plain. */
  readonly screen?: (typeof SCREEN_SETTINGS)[number];
}

const fileIn = (configFolder: string) => join(configFolder, 'settings.json');

/** Read before the first frame, so in one call. AMLTLS_THEME wins; a damaged file is as good as none: it is only about looks. */
export function readSettings(configFolder: string, env: Readonly<Record<string, string | undefined>>): Settings {
  const kept = parse(configFolder);
  const theme = oneOf(THEMES, env['AMLTLS_THEME']) ?? oneOf(THEMES, kept['theme']);
  const marks = oneOf(MARK_SETTINGS, kept['marks']);
  const screen = oneOf(SCREEN_SETTINGS, kept['screen']);
  return { ...(theme === undefined ? {} : { theme }), ...(marks === undefined ? {} : { marks }), ...(screen === undefined ? {} : { screen }) };
}

/** @throws ProblemError of `Files.write` */
export async function writeSettings(files: Files, configFolder: string, settings: Settings): Promise<void> {
  await files.write(fileIn(configFolder), `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
}

function parse(configFolder: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(readFileSync(fileIn(configFolder), 'utf8'));
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}

function oneOf<T extends string>(known: readonly T[], given: unknown): T | undefined {
  return known.find((each) => each === given);
}
