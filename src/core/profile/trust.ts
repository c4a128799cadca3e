import { join } from 'node:path';
import { z } from 'zod';
import type { Files } from '../contracts/index.ts';
import { answersOf } from './flatten.ts';
import type { ParsedProfiles } from './parse.ts';
import { isOwnVariable, variablesIn } from './placeholders.ts';

const trustSchema = z.object({ version: z.literal(1), files: z.record(z.string(), z.object({ env: z.array(z.string()) })) });
type Trust = z.infer<typeof trustSchema>;

/** What a profile file asks for that has to be allowed: variables beyond AMLTLS_*. Sorted, each once. */
export function asksFor(parsed: ParsedProfiles): readonly string[] {
  const names = [...parsed.profiles.values()].flatMap((profile) => Object.values(answersOf(profile)).flatMap(variablesIn));
  return [...new Set(names.filter((name) => !isOwnVariable(name)))].sort();
}

/** Variables that the owner of a profile file allowed it to read. @param path absolute */
export async function trustedVariables(files: Files, stateFolder: string, path: string): Promise<readonly string[]> {
  const trust = await readTrust(files, stateFolder);
  const real = await files.realPath(path).catch(() => path);
  return Object.hasOwn(trust.files, real) ? (trust.files[real]?.env ?? []) : [];
}

/** Allows exactly these from now on. */
export async function trustVariables(files: Files, stateFolder: string, path: string, env: readonly string[]): Promise<void> {
  await using _lock = await files.lock(join(stateFolder, 'trust'));
  const trust = await readTrust(files, stateFolder);
  const real = await files.realPath(path);
  const next: Trust = { version: 1, files: { ...trust.files, [real]: { env: [...env] } } };
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
