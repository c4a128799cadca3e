import { describe, expect, it } from 'vitest';
import { hasHyperlinks } from '../../../src/ui/host/terminal.ts';

const seen = (env: Readonly<Record<string, string>>, platform: NodeJS.Platform = 'linux') => hasHyperlinks({ env, platform });

describe('whether links are opened', () => {
  it.each([
    { WT_SESSION: '1' },
    { TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.1.0' },
    { TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '4.0.0' },
    { TERM_PROGRAM: 'WezTerm', TERM_PROGRAM_VERSION: '20240203-110809-5046fc22' },
    { TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.72.0' },
    { TERM_PROGRAM: 'ghostty' },
    { VTE_VERSION: '5202' },
    { VTE_VERSION: '7600' },
    { TERM: 'xterm-kitty' },
    { TERM: 'alacritty' },
    { TERM: 'xterm-256color', FORCE_HYPERLINK: '1' },
  ])('is said by %o', (env) => {
    expect(seen(env)).toBe(true);
  });

  it.each([
    {},
    { TERM: 'xterm-256color' },
    { TERM: 'dumb', VTE_VERSION: '7600' },
    { CI: 'true', VTE_VERSION: '7600' },
    { TERM_PROGRAM: 'Apple_Terminal', TERM_PROGRAM_VERSION: '453' },
    { TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.0.15' },
    { TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.71.2' },
    { VTE_VERSION: '4999' },
    { VTE_VERSION: '5000' },
    { TERM: 'xterm-kitty', FORCE_HYPERLINK: '0' },
  ])('is not assumed from %o', (env) => {
    expect(seen(env)).toBe(false);
  });

  it('is not assumed of a console of Windows', () => {
    expect(seen({ TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.90.0' }, 'win32')).toBe(false);
    expect(seen({ WT_SESSION: '1' }, 'win32')).toBe(true);
  });
});
