import { writeDocument } from '../document.ts';
import type { Driven } from '../drive.ts';
import type { Session } from '../session.ts';

/** Writes the document of one watched wait. @returns its exit code */
export function endOfWatch(session: Session, { ended, view }: Driven): number {
  const { status, changed, exitCode } = ended;
  if (session.options.format === 'json') writeDocument(session, 'watch', { profiles: [view], status, changed, exitCode });
  return exitCode;
}
