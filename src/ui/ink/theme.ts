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

// What the sixteen named colours look like is up to the terminal, so meaning is carried by weight and words alone.
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

export function themeFor(depth: ColorDepth): Theme {
  if (depth === 24) return TRUE_COLOR;
  return depth === 8 ? PALETTE_256 : MONO;
}
