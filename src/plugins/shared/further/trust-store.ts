import { basename, join } from 'node:path';
import { z } from 'zod/mini';
import type { Files } from '../../../core/contracts/index.ts';
import { digestOf, type GraphFile } from './graph.ts';
import type { Source } from './source.ts';

const FILE_MODE = 0o600; // folders are made 0700

const fileSchema = z.object({
  path: z.string(),
  sha256: z.string(),
  format: z.enum(['module', 'module-typescript', 'json']),
  imports: z.record(z.string(), z.string()),
  copy: z.string(),
});

const trustedSchema = z.object({
  entry: z.string(),
  kind: z.enum(['target', 'certificate', 'dns', 'environment']),
  id: z.string(),
  name: z.optional(z.string()),
  version: z.optional(z.string()),
  digest: z.string(),
  /** ISO 8601, wall clock */
  at: z.string(),
  /** The entry first; `copy` is absolute, in the user's state. */
  files: z.array(fileSchema).check(z.minLength(1)),
});

const storeSchema = z.object({ version: z.literal(1), plugins: z.array(trustedSchema) });

/** What somebody looked at and allowed: exactly these files, copied. */
export type Trusted = z.infer<typeof trustedSchema>;

/** Everything that was trusted by this user. A damaged file trusts nothing. @param state the user's state folder */
export async function readTrusted(files: Files, state: string): Promise<readonly Trusted[]> {
  const path = storeFile(state);
  if ((await files.stat(path)) === undefined) return [];
  try {
    const parsed = storeSchema.safeParse(JSON.parse(new TextDecoder().decode(await files.read(path))));
    return parsed.success ? parsed.data.plugins : [];
  } catch {
    return [];
  }
}

/** Copies the files of the graph; nothing else of the package, and nothing is trusted yet. */
export async function copyGraph(files: Files, state: string, graph: readonly GraphFile[]): Promise<Trusted['files']> {
  const folder = join(state, 'plugins', digestOf(graph).slice(0, 32));
  const copies: Trusted['files'] = [];
  for (const [at, { path, sha256, format, imports, source }] of graph.entries()) {
    const copy = join(folder, `${at}-${basename(path)}`);
    await files.write(copy, source, { mode: FILE_MODE });
    copies.push({ path, sha256, format, imports: { ...imports }, copy });
  }
  return copies;
}

/** Trusts it from now on, in place of what was trusted of the same entry before. */
export async function keepTrusted(files: Files, state: string, trusted: Trusted): Promise<void> {
  await using _lock = await files.lock(join(state, 'plugins', 'lock'));
  const others = (await readTrusted(files, state)).filter(({ entry }) => entry !== trusted.entry);
  const old = (await readTrusted(files, state)).filter(({ entry, digest }) => entry === trusted.entry && digest !== trusted.digest);
  await files.write(storeFile(state), `${JSON.stringify({ version: 1, plugins: [...others, trusted] }, null, 2)}\n`, { mode: FILE_MODE });
  for (const { files: copies } of old) for (const { copy } of copies) await files.remove(copy);
}

export function trustedOf(
  { entry, name, version }: Source,
  graph: readonly GraphFile[],
  copies: Trusted['files'],
  about: Pick<Trusted, 'kind' | 'id' | 'at'>,
): Trusted {
  return { entry, ...about, ...(name === undefined ? {} : { name }), ...(version === undefined ? {} : { version }), digest: digestOf(graph), files: copies };
}

function storeFile(state: string): string {
  return join(state, 'plugins', 'trusted.json');
}
