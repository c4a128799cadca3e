import { join } from 'node:path';
import { z } from 'zod/mini';
import type { Files } from '../contracts/index.ts';

const recordSchema = z.object({
  name: z.string(),
  type: z.enum(['A', 'AAAA', 'CNAME', 'DNAME', 'TXT', 'NS', 'SOA', 'CAA']),
  data: z.string(),
});

/** As `amltls watch` names them. */
export const WAIT_KINDS = ['renewal', 'dns', 'certificate'] as const;

const openWaitSchema = z.object({
  version: z.literal(1),
  kind: z.enum(WAIT_KINDS),
  profile: z.nullable(z.string()),
  /** Absolute; where the profile was read from. */
  profileFile: z.nullable(z.string()),
  environment: z.string(),
  /** What is waited for: the host that is served, or the records' name. */
  subject: z.string(),
  /** ms since the epoch of the environment's clock */
  startedAt: z.number(),
  deadline: z.nullable(z.number()),
  /** When the service had taken the request; null before, and for a wait that needs none. */
  askedAt: z.nullable(z.number()),
  /** The command that goes on with it. */
  resume: z.string(),
  /** What was served before; null where nothing could be seen. */
  baseline: z.nullable(z.object({ fingerprintSha256: z.string(), serial: z.string(), notAfter: z.string() })),
  records: z.array(recordSchema),
});

/** A wait that outlives the process: everything that another one needs to go on with it. */
export type OpenWait = z.infer<typeof openWaitSchema>;
export type WaitKind = OpenWait['kind'];

export interface ListedWait extends OpenWait {
  /** Absolute; where it lies, and whose lock says who watches it. */
  readonly file: string;
}

export interface OpenWaits {
  put(wait: OpenWait): Promise<void>;
  get(kind: WaitKind): Promise<OpenWait | undefined>;
  close(kind: WaitKind): Promise<void>;
  /** One process waits at a time. @throws ProblemError `locked` naming who does */
  lock(kind: WaitKind): Promise<AsyncDisposable>;
}

export function isWaitKind(word: string): word is WaitKind {
  return WAIT_KINDS.some((kind) => kind === word);
}

/** The wait, unless it is over by its own deadline: such a one is no longer gone on with. @param now ms since the epoch of the environment's clock */
export function stillOpen(wait: OpenWait | undefined, now: number): OpenWait | undefined {
  return wait === undefined || (wait.deadline !== null && now >= wait.deadline) ? undefined : wait;
}

/** @param folder of one resource's record */
export function openWaits(files: Files, folder: string): OpenWaits {
  const file = (kind: WaitKind) => join(folder, 'waits', `${kind}.json`);
  return {
    put: (wait) => files.write(file(wait.kind), `${JSON.stringify(wait, null, 2)}\n`, { mode: 0o600 }),
    get: (kind) => readWait(files, file(kind)),
    async close(kind) {
      if ((await files.stat(file(kind))) !== undefined) await files.remove(file(kind));
    },
    lock: (kind) => files.lock(file(kind)),
  };
}

/** Every open wait below a state folder, oldest first; damaged ones are passed over: the service is asked anyway. */
export async function listOpenWaits(files: Files, stateFolder: string): Promise<readonly ListedWait[]> {
  const records = join(stateFolder, 'records');
  const names = await files.list(records);
  const places = names.flatMap((name) => WAIT_KINDS.map((kind) => join(records, name, 'waits', `${kind}.json`)));
  const found = await Promise.all(
    places.map(async (file): Promise<readonly ListedWait[]> => {
      const wait = await readWait(files, file);
      return wait === undefined ? [] : [{ ...wait, file }];
    }),
  );
  return found.flat().sort((one, other) => one.startedAt - other.startedAt);
}

async function readWait(files: Files, path: string): Promise<OpenWait | undefined> {
  if ((await files.stat(path)) === undefined) return undefined;
  try {
    const parsed = openWaitSchema.safeParse(JSON.parse(new TextDecoder().decode(await files.read(path))));
    return parsed.success ? parsed.data : undefined;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
}
