import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod/mini';
import type { Files } from '../contracts/index.ts';

const DAY = 86_400_000;
const NAG_MS = DAY;

const runsSchema = z.object({
  version: z.literal(1),
  profileFile: z.string(),
  /** ISO 8601, wall time: schedulers know no other. */
  profiles: z.record(z.string(), z.object({ since: z.string(), at: z.nullable(z.string()) })),
  /** ISO 8601: when somebody was told last that nothing runs. */
  told: z.nullable(z.string()),
});
type Runs = z.infer<typeof runsSchema>;

/** When a renewal run last looked at each profile of a file: silence is how renewals fail. */
export interface LastRuns {
  note(profiles: readonly string[], now: number): Promise<void>;
  /** Whole days without a run, per profile; the first question starts the count. @param now ms since the epoch, wall time */
  daysWithout(profiles: readonly string[], now: number): Promise<ReadonlyMap<string, number>>;
  /** True once a day: nobody wants to be told at every look. */
  mayTell(now: number): Promise<boolean>;
}

/** @param profileFile absolute, links resolved */
export function openLastRuns(files: Files, stateFolder: string, profileFile: string): LastRuns {
  const path = join(stateFolder, 'renewal-runs', `${createHash('sha256').update(profileFile).digest('hex').slice(0, 24)}.json`);
  const write = (runs: Runs) => files.write(path, `${JSON.stringify(runs, null, 2)}\n`, { mode: 0o600 });
  const read = () => readRuns(files, path, profileFile);
  return {
    async note(profiles, now) {
      const runs = await read();
      const at = new Date(now).toISOString();
      const noted = profiles.map((name) => [name, { since: runs.profiles[name]?.since ?? at, at }] as const);
      await write({ ...runs, profiles: { ...runs.profiles, ...Object.fromEntries(noted) } });
    },
    async daysWithout(profiles, now) {
      const runs = await read();
      const at = new Date(now).toISOString();
      const unknown = profiles.filter((name) => !Object.hasOwn(runs.profiles, name));
      if (unknown.length > 0) {
        await write({ ...runs, profiles: { ...runs.profiles, ...Object.fromEntries(unknown.map((name) => [name, { since: at, at: null }])) } });
      }
      return new Map(
        profiles.map((name) => {
          const known = Object.hasOwn(runs.profiles, name) ? runs.profiles[name] : undefined;
          const last = Date.parse(known?.at ?? known?.since ?? at);
          return [name, Math.floor((now - last) / DAY)];
        }),
      );
    },
    async mayTell(now) {
      const runs = await read();
      if (runs.told !== null && now - Date.parse(runs.told) < NAG_MS) return false;
      await write({ ...runs, told: new Date(now).toISOString() });
      return true;
    },
  };
}

// A damaged file starts the count anew.
async function readRuns(files: Files, path: string, profileFile: string): Promise<Runs> {
  const nothing: Runs = { version: 1, profileFile, profiles: {}, told: null };
  if ((await files.stat(path)) === undefined) return nothing;
  try {
    const parsed = runsSchema.safeParse(JSON.parse(new TextDecoder().decode(await files.read(path))));
    return parsed.success ? parsed.data : nothing;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return nothing;
    throw thrown;
  }
}
