import type { Clock, Context, Equivalent, Language, Text } from '../../core/contracts/index.ts';
import type { Job } from '../host/job.ts';
import type { ThemeName } from '../text/theme-names.ts';
import type { Aside } from './frame/aside.ts';
import { createLook, type Look } from './look.ts';
import type { ShowOverlay } from './over.ts';
import type { Terminal } from './stage.ts';
import type { ColorDepth } from './theme.ts';

/** What the Ink UI is given; it asks the process for nothing. */
export interface InkOptions {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: Terminal;
  readonly language: Language;
  /** Shown all the time. `clock`: what countdowns run by, default the machine's. */
  readonly environment: { readonly title: Text; readonly practice: boolean; readonly clock?: Pick<Clock, 'now'> };
  readonly profile?: string;
  /** Aborted: every open question rejects with its reason. */
  readonly signal: AbortSignal;
  /** Ctrl-C while no question is open, for example while changes are under way. The terminal no longer makes a signal of it. */
  interrupt(): void;
  /** The key that leaves a wait open; without it the key does nothing. */
  leave?(): void;
  readonly aside?: Aside;
  /** What Ctrl-Z stops; without it the key does nothing. */
  readonly job?: Job | undefined;
  /** Bits of colour, as `tty.WriteStream.getColorDepth()` says; 1 is none. Default 1. */
  readonly colorDepth?: ColorDepth;
  /** Default `auto`. */
  readonly theme?: ThemeName;
  /** Default true. */
  readonly unicode?: boolean;
  readonly screenReader?: boolean;
  /** The terminal opens links (OSC 8). Default false. */
  readonly links?: boolean;
  /** Shows the certificate that the answers name, over what is on the screen; asked for by a key. */
  readonly certificate?: (context: Context, show: ShowOverlay) => void;
  /** The same work with other tools, as far as the answers tell; shown on a key. */
  readonly equivalents?: (context: Context) => Promise<readonly Equivalent[]>;
}

export function lookOf(options: InkOptions): Look {
  return createLook({
    language: options.language,
    depth: options.colorDepth ?? 1,
    unicode: options.unicode ?? true,
    screenReader: options.screenReader ?? false,
    links: options.links ?? false,
    theme: options.theme ?? 'auto',
  });
}

/** The depths that a theme exists for. @param bits as `getColorDepth` says */
export const depthOf = (bits: number): ColorDepth => (bits >= 24 ? 24 : bits >= 8 ? 8 : bits >= 4 ? 4 : 1);

/** How many bits of colour to draw with. `wanted` is false for `--no-color`; NO_COLOR and FORCE_COLOR are honoured as Node does. */
export function colorDepthOf(terminal: Terminal, env: Readonly<Record<string, string | undefined>>, wanted: boolean): ColorDepth {
  if (!wanted || (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '' && env['FORCE_COLOR'] === undefined)) return 1;
  if (!('getColorDepth' in terminal) || typeof terminal.getColorDepth !== 'function') return 1;
  const bits: unknown = terminal.getColorDepth(env);
  return typeof bits === 'number' ? depthOf(bits) : 1;
}
