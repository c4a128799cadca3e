/** `auto`: readable on black and on white alike. `mono`: weight and words alone. */
export const THEMES = ['auto', 'dark', 'light', 'mono'] as const;
export type ThemeName = (typeof THEMES)[number];
