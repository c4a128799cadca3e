import { writtenAnswers } from '../../../core/profile/book.ts';
import type { Badge } from '../../ink/model.ts';
import { environmentId } from '../environment.ts';
import { findBook } from '../profiles.ts';
import type { Session } from '../session.ts';

/** Where a profile's work happens, without opening it. @throws ProblemError `plugin-unknown`, those of reading the file */
export async function badgeOf(session: Session, name: string): Promise<Badge> {
  const book = await findBook(session);
  const answers = book === undefined ? {} : writtenAnswers(book, name);
  const { title, practice } = await session.registry.get('environment', environmentId(session, answers));
  return { title, practice: practice === true };
}
