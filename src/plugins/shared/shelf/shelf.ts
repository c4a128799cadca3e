import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { Context, Files } from '../../../core/contracts/index.ts';
import type { PairFiles } from '../pair/read-files.ts';

const POINTER = 'current';
const KEPT = 5;
const STAMP = /^\d{8}T\d{6}Z-[0-9a-f]{4}$/;

/** A place for one pair: its key is there, the certificate may yet have to come. */
export interface Draft extends PairFiles {
  readonly folder: string;
  /** The certificate request, for those who keep one. */
  readonly request: string;
  /** What an order in progress has to remember. */
  readonly note: string;
}

/**
 * The pairs of one name, each in a folder of its own; the file `current` names the one in use. A pair is written whole before the
 * file changes, so that no crash leaves a new key with an old certificate; earlier pairs stay for a rollback.
 */
export interface Shelf {
  readonly folder: string;
  /** undefined where none was taken into use yet. */
  current(): Promise<PairFiles | undefined>;
  /** What was begun after the current pair and is not in use: the newest. */
  draft(): Promise<Draft | undefined>;
  /** A new place with a new key in it. */
  begin(keyPem: string): Promise<Draft>;
  /** Writes the chain beside its key and takes the pair into use; the oldest pairs go. */
  commit(draft: Draft, chainPem: string): Promise<PairFiles>;
}

/** @param folder absolute; made when something is written */
export function openShelf(folder: string, { files, clock }: Pick<Context['env'], 'files' | 'clock'>): Shelf {
  const at = (name: string): Draft => ({
    folder: join(folder, name),
    cert: join(folder, name, 'fullchain.pem'),
    key: join(folder, name, 'key.pem'),
    request: join(folder, name, 'request.pem'),
    note: join(folder, name, 'order.json'),
  });
  const inUse = async () => await readPointer(files, join(folder, POINTER));
  const stamps = async () => (await files.list(folder)).filter((name) => STAMP.test(name));
  return {
    folder,
    async current() {
      const name = await inUse();
      if (name === undefined) return undefined;
      const { cert, key } = at(name);
      return { cert, key };
    },
    async draft() {
      const name = await inUse();
      const newest = (await stamps()).at(-1);
      if (newest === undefined || (name !== undefined && newest <= name)) return undefined;
      const draft = at(newest);
      return (await files.stat(draft.key)) === undefined ? undefined : draft;
    },
    async begin(keyPem) {
      const draft = at(await freshName(stamps, clock.now()));
      await files.write(draft.key, keyPem, { mode: 0o600, exclusive: true });
      return draft;
    },
    async commit(draft, chainPem) {
      await files.write(draft.cert, chainPem, { mode: 0o644 });
      const name = draft.folder.slice(folder.length + 1);
      await files.write(join(folder, POINTER), `${name}\n`, { mode: 0o600 });
      await prune(files, folder, (await stamps()).slice(0, -KEPT), name);
      return { cert: draft.cert, key: draft.key };
    },
  };
}

/** When a pair on a shelf was begun, by the name of its folder; ms since the epoch. */
export function begunAt({ key }: PairFiles): number {
  return timeOf(basename(dirname(key)).slice(0, -5));
}

async function readPointer(files: Files, path: string): Promise<string | undefined> {
  if ((await files.stat(path)) === undefined) return undefined;
  const name = new TextDecoder().decode(await files.read(path)).trim();
  return STAMP.test(name) ? name : undefined;
}

// Names sort by age, also where the clock was set back or two are made within a second.
async function freshName(stamps: () => Promise<readonly string[]>, now: number): Promise<string> {
  const newest = (await stamps()).at(-1)?.slice(0, -5) ?? '';
  let at = now;
  while (stampOf(at) <= newest) at = Math.max(at + 1_000, timeOf(newest) + 1_000);
  return `${stampOf(at)}-${randomBytes(2).toString('hex')}`;
}

const stampOf = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
const timeOf = (stamp: string): number => Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

async function prune(files: Files, folder: string, old: readonly string[], inUse: string): Promise<void> {
  for (const name of old.filter((each) => each !== inUse)) await files.remove(join(folder, name));
}
