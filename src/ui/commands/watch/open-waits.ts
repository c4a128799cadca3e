import { join } from 'node:path';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { findProfileFile } from '../../../core/profile/find.ts';
import { withFile } from '../../../core/profile/profile-command.ts';
import { type ListedWait, listOpenWaits } from '../../../core/wait/open-wait.ts';
import { stateDirOf } from '../environment.ts';
import { findOptions } from '../profiles.ts';
import type { Session } from '../session.ts';

export interface FoundWait extends ListedWait {
  /** Its profile is not in the file that counts here. */
  readonly elsewhere: boolean;
}

/** The waits that somebody left open, oldest first, of every environment that keeps its records here. */
export async function openWaitsOf(session: Session): Promise<readonly FoundWait[]> {
  // The practice Azure keeps its records beside its state.
  const folders = [(await session.store()).folder, join(stateDirOf(session), 'runs')];
  const found = await Promise.all(folders.map((folder) => listOpenWaits(session.files, folder)));
  const here = await fileHere(session);
  return found
    .flat()
    .toSorted((one, other) => one.startedAt - other.startedAt)
    .map((wait) => foundFrom(here, wait));
}

// The profile stands in another file than the one that counts here: its command has to name that file.
function foundFrom(here: string | undefined, wait: ListedWait): FoundWait {
  const { profileFile, resume } = wait;
  const elsewhere = profileFile !== null && profileFile !== here;
  return { ...wait, elsewhere, resume: elsewhere && !resume.includes(' --config ') ? withFile(resume, profileFile) : resume };
}

async function fileHere(session: Session): Promise<string | undefined> {
  try {
    return (await findProfileFile(findOptions(session)))?.path;
  } catch (thrown) {
    // One that is refused is no reason to keep the waits back.
    if (thrown instanceof ProblemError) return undefined;
    throw thrown;
  }
}

/** One that can be gone on with from here, by the name of its profile; the others have a command. */
export function isWatchable(wait: FoundWait): wait is FoundWait & { readonly profile: string } {
  return wait.profile !== null && !wait.elsewhere;
}
