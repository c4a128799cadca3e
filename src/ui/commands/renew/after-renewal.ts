import type { ProfileBook } from '../../../core/profile/book.ts';
import { openLastRuns } from '../../../core/renewal/last-runs.ts';
import { tellOfEnds } from '../hooks/tell-of-end.ts';
import type { Session } from '../session.ts';
import type { Renewed } from './renew-many.ts';

/** Notes that somebody looked after these profiles, and tells whoever wants to know: of failures, and of what was changed. */
export async function afterRenewal(session: Session, book: ProfileBook, renewed: readonly Renewed[]): Promise<void> {
  // Somebody who stops it knows.
  if (session.signal.aborted) return;
  const { files, host } = session;
  const profileFile = await files.realPath(book.path);
  const runs = openLastRuns(files, host.folders.state, profileFile);
  await runs.note(
    renewed.map(({ name }) => name),
    Date.now(),
  );
  await tellOfEnds(session, book, 'renew', renewed);
}
