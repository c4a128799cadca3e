import { join } from 'node:path';
import { listOpenWaits, type OpenWait } from '../../../core/wait/open-wait.ts';
import { stateDirOf } from '../environment.ts';
import type { Session } from '../session.ts';

/** The waits that somebody left open, oldest first, of every environment that keeps its records here. */
export async function openWaitsOf(session: Session): Promise<readonly OpenWait[]> {
  const folders = await recordFolders(session);
  const found = await Promise.all(folders.map((folder) => listOpenWaits(session.files, folder)));
  return found.flat().toSorted((one, other) => one.startedAt - other.startedAt);
}

/** Where records of waits are kept. The practice Azure keeps its own beside its state. */
export async function recordFolders(session: Session): Promise<readonly string[]> {
  return [(await session.store()).folder, join(stateDirOf(session), 'runs')];
}

/** One that can be gone on with from here, by the name of its profile; the others have a command. */
export function isWatchable(wait: OpenWait): wait is OpenWait & { readonly profile: string; readonly kind: 'renewal' | 'dns' } {
  return wait.profile !== null && (wait.kind === 'renewal' || wait.kind === 'dns');
}
