import { join } from 'node:path';
import type { Files } from '../../../core/contracts/index.ts';
import type { OpenWait } from '../../../core/wait/open-wait.ts';
import { type Holder, isGone, readHolder } from '../../../plugins/shared/local/lock-holder.ts';

type Known = Pick<OpenWait, 'kind' | 'profile' | 'subject' | 'startedAt'>;

const keyOf = ({ kind, profile, subject, startedAt }: Known): string => JSON.stringify([kind, profile, subject, startedAt]);

/** Who watches which wait at the moment. @param folders where records are kept. @returns undefined for a wait that nobody holds */
export async function holdersOf(files: Files, folders: readonly string[]): Promise<(wait: Known) => Holder | undefined> {
  const holders = new Map<string, Holder>();
  for (const records of folders.map((folder) => join(folder, 'records'))) {
    for (const name of await files.list(records)) {
      const waits = join(records, name, 'waits');
      for (const file of (await files.list(waits)).filter((each) => each.endsWith('.json'))) {
        const holder = await readHolder(join(waits, file));
        if (holder === undefined || isGone(holder)) continue;
        const known = knownIn(await files.read(join(waits, file)).catch(() => new Uint8Array()));
        if (known !== undefined) holders.set(keyOf(known), holder);
      }
    }
  }
  return (wait) => holders.get(keyOf(wait));
}

function knownIn(bytes: Uint8Array): Known | undefined {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof parsed === 'object' && parsed !== null ? (parsed as Known) : undefined;
  } catch {
    return undefined;
  }
}
