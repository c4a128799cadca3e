import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod/mini';
import type { Files } from '../contracts/index.ts';

const DAY = 86_400_000;

const lookSchema = z.object({
  version: z.literal(1),
  profile: z.string(),
  /** Absolute, links resolved. */
  profileFile: z.string(),
  environment: z.string(),
  /** Its clock is its own: nothing can be said of now without opening it. */
  practice: z.boolean(),
  /** ISO 8601, by the environment's clock */
  at: z.string(),
  host: z.nullable(z.string()),
  /** Of the served certificate, ISO 8601; null where none was seen. */
  notBefore: z.nullable(z.string()),
  notAfter: z.nullable(z.string()),
  /** ISO 8601: from when a renewal is due and will be acted on. */
  renewFrom: z.nullable(z.string()),
  /** Of the worst finding. */
  severity: z.enum(['ok', 'info', 'warning', 'error']),
  codes: z.array(z.string()),
});

/** What `check` saw of a profile the last time: public facts, for the home screen and for those who ask when somebody last looked. */
export type LastLook = z.infer<typeof lookSchema>;

/** Two files may each have a profile of the same name, and each may be tried out in practice. */
export type LookKey = Pick<LastLook, 'profile' | 'profileFile' | 'environment'>;

/** @param stateFolder the user's own, whatever the environment: reading a look opens nothing */
export async function keepLook(files: Files, stateFolder: string, look: LastLook): Promise<void> {
  await files.write(fileOf(stateFolder, look), `${JSON.stringify(look, null, 2)}\n`, { mode: 0o600 });
}

/** undefined where nobody looked yet; a damaged file is the same as none. */
export async function readLook(files: Files, stateFolder: string, key: LookKey): Promise<LastLook | undefined> {
  const path = fileOf(stateFolder, key);
  if ((await files.stat(path)) === undefined) return undefined;
  try {
    const parsed = lookSchema.safeParse(JSON.parse(new TextDecoder().decode(await files.read(path))));
    return parsed.success ? parsed.data : undefined;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
}

export interface Standing {
  /** Whole days, rounded down, negative once expired; null where no certificate was seen. */
  readonly daysLeft: number | null;
  /** A renewal is due. */
  readonly due: boolean;
}

/** What the look means now; for practice, what it meant when it was taken. @param now ms since the epoch, wall time */
export function standingOf(look: LastLook, now: number): Standing {
  const at = look.practice ? Date.parse(look.at) : now;
  return {
    daysLeft: look.notAfter === null ? null : Math.floor((Date.parse(look.notAfter) - at) / DAY),
    due: look.renewFrom !== null && at >= Date.parse(look.renewFrom),
  };
}

function fileOf(stateFolder: string, { profile, profileFile, environment }: LookKey): string {
  const key = createHash('sha256')
    .update(JSON.stringify([profileFile, profile, environment]))
    .digest('hex');
  return join(stateFolder, 'looks', `${key.slice(0, 24)}.json`);
}
