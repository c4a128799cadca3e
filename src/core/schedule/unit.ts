import { createHash } from 'node:crypto';
import type { Text } from '../contracts/index.ts';

/** Who may run it regularly. */
export const SCHEDULERS = ['systemd', 'cron', 'windows', 'github', 'kubernetes'] as const;
export type Scheduler = (typeof SCHEDULERS)[number];

export interface ScheduleWish {
  readonly profiles: readonly string[];
  /** Absolute paths of this machine. */
  readonly node: string;
  readonly bin: string;
  readonly profileFile: string;
  /** The profile file as a checkout of the project has it. */
  readonly relativeFile: string;
  readonly version: string;
}

/** What a person puts where, and then does. */
export interface ScheduleUnit {
  readonly files: readonly { readonly path: string; readonly content: string }[];
  /** Commands to be typed then. */
  readonly commands: readonly string[];
  readonly notes: readonly Text[];
}

/** The same for every scheduler: what is due is renewed, long waits are left to the next run. */
export function renewArguments({ profiles }: Pick<ScheduleWish, 'profiles'>, config: string): readonly string[] {
  return ['renew', '--due', ...profiles, '--no-wait', '--config', config];
}

/**
 * When: every six hours, so that the next run finds what Azure needs five hours for. The minute comes from the profile file's path:
 * always the same one here, and another one elsewhere, so that not everybody asks Azure at the full hour.
 */
export function timesOf({ profileFile }: Pick<ScheduleWish, 'profileFile'>): { readonly minute: number; readonly hours: readonly number[] } {
  const [first = 0, second = 0] = createHash('sha256').update(profileFile).digest();
  return { minute: first % 60, hours: [0, 6, 12, 18].map((hour) => hour + (second % 6)) };
}
