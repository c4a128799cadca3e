import { join } from 'node:path';
import { listOpenWaits, type OpenWait } from '../../../core/wait/open-wait.ts';
import { stateDirOf } from '../environment.ts';
import type { Session } from '../session.ts';

/** The waits that somebody left open, oldest first, of every environment that keeps its records here. */
export async function openWaitsOf(session: Session): Promise<readonly OpenWait[]> {
  const { files } = session;
  // The practice Azure keeps its records beside its state.
  const folders = [(await session.store()).folder, join(stateDirOf(session), 'runs')];
  const found = await Promise.all(folders.map((folder) => listOpenWaits(files, folder)));
  return found.flat().toSorted((one, other) => one.startedAt - other.startedAt);
}
