import { z } from 'zod/mini';
import type { Files, Json, Pending } from '../contracts/index.ts';
import { redactJson } from '../redact/redact.ts';

const MODE = 0o600;
const ROTATE_AT = 256 * 1024; // bytes

const entrySchema = z.object({
  /** ms since the epoch of the environment's clock */
  at: z.number(),
  type: z.enum(['begin', 'intent', 'operation', 'receipt', 'failed', 'skipped', 'outcome']),
  change: z.optional(z.string()),
  url: z.optional(z.string()),
  requestId: z.optional(z.string()),
  receipt: z.optional(z.json()),
  problem: z.optional(z.string()),
  status: z.optional(z.string()),
});

export type JournalEntry = z.infer<typeof entrySchema>;

/** What was begun and what came of it, one line each, on the disk before anybody is told. */
export interface Journal {
  readonly path: string;
  append(entry: JournalEntry): Promise<void>;
  /** A change that was begun and has neither receipt nor failure. */
  pending(changeId: string): Pending | undefined;
  /** The newest first entry of all unfinished changes. */
  open(): readonly string[];
  entries(): readonly JournalEntry[];
}

/** Reads what is there; a last line that a crash cut off is passed over. */
export async function openJournal(files: Files, path: string): Promise<Journal> {
  const { entries, whole } = await readEntries(files, path);
  await rotate(files, path, entries);
  // A line that a crash cut off is closed first, or the next entry would be lost with it.
  let open = whole ? '' : '\n';
  return {
    path,
    async append(entry) {
      const kept = redactJson(entry as Json);
      await files.append(path, `${open}${JSON.stringify(kept)}\n`, { mode: MODE });
      open = '';
      entries.push(entry);
    },
    pending: (changeId) => pendingOf(entries, changeId),
    open: () =>
      [...new Set(entries.flatMap((entry) => (entry.change === undefined ? [] : [entry.change])))].filter((id) => pendingOf(entries, id) !== undefined),
    entries: () => entries,
  };
}

async function readEntries(files: Files, path: string): Promise<{ entries: JournalEntry[]; whole: boolean }> {
  if ((await files.stat(path)) === undefined) return { entries: [], whole: true };
  const text = new TextDecoder().decode(await files.read(path));
  const entries = text.split('\n').flatMap((line) => {
    if (line === '') return [];
    try {
      const parsed = entrySchema.safeParse(JSON.parse(line));
      return parsed.success ? [parsed.data] : [];
    } catch {
      return [];
    }
  });
  return { entries, whole: text === '' || text.endsWith('\n') };
}

// The old file is kept once; what is unfinished is carried over, so that nothing open is ever rotated away.
async function rotate(files: Files, path: string, entries: JournalEntry[]): Promise<void> {
  const stat = await files.stat(path);
  if (stat === undefined || stat.size < ROTATE_AT) return;
  const open = entries.filter((entry) => entry.change !== undefined && pendingOf(entries, entry.change) !== undefined);
  await files.write(`${path}.1`, await files.read(path), { mode: MODE });
  await files.write(path, open.map((entry) => `${JSON.stringify(entry)}\n`).join(''), { mode: MODE });
  entries.splice(0, entries.length, ...open);
}

function pendingOf(entries: readonly JournalEntry[], changeId: string): Pending | undefined {
  let pending: Pending | undefined;
  for (const entry of entries) {
    if (entry.change !== changeId) continue;
    if (entry.type === 'intent') pending = { startedAt: entry.at };
    else if (entry.type === 'operation' && pending !== undefined && entry.url !== undefined) pending = { ...pending, operation: entry.url };
    else if (entry.type === 'receipt' || entry.type === 'failed' || entry.type === 'skipped') pending = undefined;
  }
  return pending;
}
