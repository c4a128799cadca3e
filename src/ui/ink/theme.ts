import type { ThemeName } from '../text/theme-names.ts';

/** How many bits of colour the terminal has, as `tty.WriteStream.getColorDepth` says it; 1 is none. */
export type ColorDepth = 1 | 4 | 8 | 24;

/** What a piece of text means; a theme says how that looks. */
export type Tone = 'plain' | 'strong' | 'muted' | 'accent' | 'good' | 'warn' | 'bad' | 'practice' | 'live';

export interface Style {
  readonly color?: string;
  readonly backgroundColor?: string;
  readonly bold?: boolean;
  readonly inverse?: boolean;
}

export type Theme = Readonly<Record<Tone, Style>>;

// Every colour below has a luminance between 0.175 and 0.183, which gives a contrast of at least 4.5:1 on black and on white alike:
// the background of a terminal cannot be asked for everywhere.
const TRUE_COLOR: Theme = {
  plain: {},
  strong: { bold: true },
  muted: { color: '#767676' },
  accent: { color: '#1174d7', bold: true },
  good: { color: '#18863c' },
  warn: { color: '#9f6a00' },
  bad: { color: '#e02828', bold: true },
  practice: { color: '#ffffff', backgroundColor: '#9052e6', bold: true },
  live: { color: '#ffffff', backgroundColor: '#1174d7', bold: true },
};

// For those who say which ground they have, colours are further apart: at least 4.5:1 on that ground.
const ON_DARK: Theme = {
  ...TRUE_COLOR,
  muted: { color: '#9a9fa8' },
  accent: { color: '#6cb6ff', bold: true },
  good: { color: '#57c77a' },
  warn: { color: '#e3b341' },
  bad: { color: '#ff7b72', bold: true },
};

const ON_LIGHT: Theme = {
  ...TRUE_COLOR,
  muted: { color: '#5f6670' },
  accent: { color: '#0a58b8', bold: true },
  good: { color: '#116329' },
  warn: { color: '#7d4e00' },
  bad: { color: '#b3141f', bold: true },
};

const PALETTE_256: Theme = {
  ...TRUE_COLOR,
  muted: { color: 'ansi256(243)' },
  accent: { color: 'ansi256(63)', bold: true },
  good: { color: 'ansi256(29)' },
  warn: { bold: true },
  bad: { color: 'ansi256(131)', bold: true },
  practice: { color: 'ansi256(231)', backgroundColor: 'ansi256(98)', bold: true },
  live: { color: 'ansi256(231)', backgroundColor: 'ansi256(63)', bold: true },
};

const DARK_256: Theme = {
  ...PALETTE_256,
  muted: { color: 'ansi256(247)' },
  accent: { color: 'ansi256(75)', bold: true },
  good: { color: 'ansi256(78)' },
  warn: { color: 'ansi256(179)' },
  bad: { color: 'ansi256(210)', bold: true },
};

const LIGHT_256: Theme = {
  ...PALETTE_256,
  muted: { color: 'ansi256(241)' },
  accent: { color: 'ansi256(25)', bold: true },
  good: { color: 'ansi256(22)' },
  warn: { color: 'ansi256(94)' },
  bad: { color: 'ansi256(124)', bold: true },
};

// What the sixteen named colours look like is up to the terminal, so meaning is carried by weight and words alone;
// a person who says which ground there is gets the names that are usually right on it.
const MONO: Theme = {
  plain: {},
  strong: { bold: true },
  muted: {},
  accent: { bold: true },
  good: {},
  warn: { bold: true },
  bad: { bold: true },
  practice: { inverse: true, bold: true },
  live: { inverse: true },
};

const DARK_16: Theme = {
  ...MONO,
  accent: { color: 'cyanBright', bold: true },
  good: { color: 'greenBright' },
  warn: { color: 'yellowBright', bold: true },
  bad: { color: 'redBright', bold: true },
};

const LIGHT_16: Theme = {
  ...MONO,
  accent: { color: 'blue', bold: true },
  good: { color: 'green' },
  bad: { color: 'red', bold: true },
};

const THEMES_BY_DEPTH: Readonly<Record<Exclude<ThemeName, 'mono'>, Readonly<Record<ColorDepth, Theme>>>> = {
  auto: { 1: MONO, 4: MONO, 8: PALETTE_256, 24: TRUE_COLOR },
  dark: { 1: MONO, 4: DARK_16, 8: DARK_256, 24: ON_DARK },
  light: { 1: MONO, 4: LIGHT_16, 8: LIGHT_256, 24: ON_LIGHT },
};

export function themeFor(depth: ColorDepth, name: ThemeName = 'auto'): Theme {
  return name === 'mono' ? MONO : THEMES_BY_DEPTH[name][depth];
}
