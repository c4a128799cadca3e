import { join } from 'node:path';
import { z } from 'zod';
import type { Files } from '../contracts/index.ts';
import { innerAddresses } from './addresses.ts';
import { answersOf } from './flatten.ts';
import { hooksDigest } from './hook-digest.ts';
import type { ParsedProfiles } from './parse.ts';
import { isOwnVariable, variablesIn } from './placeholders.ts';

const trustedSchema = z.object({
  env: z.array(z.string()),
  /** Digest of the hooks that may run. */
  hooks: z.string().optional(),
  /** Servers inside some network that may be asked or written to. */
  addresses: z.array(z.string()).optional(),
});
const trustSchema = z.object({ version: z.literal(1), files: z.record(z.string(), trustedSchema) });
type Trust = z.infer<typeof trustSchema>;

/** What a profile file may do beyond reading itself. */
export interface Trusted {
  /** Variables beyond AMLTLS_*. */
  readonly env: readonly string[];
  /** Digest of hooks; undefined where none may run. */
  readonly hooks?: string | undefined;
  /** Servers that may lie inside some network. */
  readonly addresses?: readonly string[] | undefined;
}

/** What a profile file asks for that has to be allowed. Variables sorted, each once. @param path absolute */
export async function asksFor(files: Files, parsed: ParsedProfiles, path: string): Promise<Trusted> {
  const names = [...parsed.profiles.values()].flatMap((profile) => Object.values(answersOf(profile)).flatMap(variablesIn));
  const env = [...new Set(names.filter((name) => !isOwnVariable(name)))].sort();
  const addresses = [...new Set([...parsed.profiles.values()].flatMap((profile) => innerAddresses(answersOf(profile))))].sort();
  return { env, hooks: await hooksDigest(files, parsed.hooks, path), ...(addresses.length === 0 ? {} : { addresses }) };
}

/** What the owner of a profile file allowed. @param path absolute */
export async function trustedBy(files: Files, stateFolder: string, path: string): Promise<Trusted> {
  const trust = await readTrust(files, stateFolder);
  const real = await files.realPath(path).catch(() => path);
  return (Object.hasOwn(trust.files, real) ? trust.files[real] : undefined) ?? { env: [] };
}

/** Allows exactly this from now on. */
export async function allow(files: Files, stateFolder: string, path: string, { env, hooks, addresses = [] }: Trusted): Promise<void> {
  await using _lock = await files.lock(join(stateFolder, 'trust'));
  const trust = await readTrust(files, stateFolder);
  const real = await files.realPath(path);
  const allowed = { env: [...env], ...(hooks === undefined ? {} : { hooks }), ...(addresses.length === 0 ? {} : { addresses: [...addresses] }) };
  const next: Trust = { version: 1, files: { ...trust.files, [real]: allowed } };
  await files.write(trustFile(stateFolder), `${JSON.stringify(next, null, 2)}\n`, { mode: 0o600 });
}

// A damaged file trusts nothing.
async function readTrust(files: Files, stateFolder: string): Promise<Trust> {
  const nothing: Trust = { version: 1, files: {} };
  const path = trustFile(stateFolder);
  if ((await files.stat(path)) === undefined) return nothing;
  try {
    const parsed = trustSchema.safeParse(JSON.parse(new TextDecoder().decode(await files.read(path))));
    return parsed.success ? parsed.data : nothing;
  } catch {
    return nothing;
  }
}

function trustFile(stateFolder: string): string {
  return join(stateFolder, 'trust.json');
}
