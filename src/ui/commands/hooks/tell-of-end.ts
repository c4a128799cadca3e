import type { JsonObject } from '../../../core/contracts/index.ts';
import type { ProfileBook } from '../../../core/profile/book.ts';
import type { Ended } from '../each-profile.ts';
import type { Session } from '../session.ts';
import { fireHooks } from './fire.ts';

/** What came of one profile, as a document shows it. */
export interface ToldEnd {
  readonly ended: Pick<Ended, 'status' | 'changed'>;
  readonly view: JsonObject;
}

/** Tells whoever wants to know: of failures, and of what was changed; nothing of what was as wanted already. */
export async function tellOfEnds(session: Session, book: ProfileBook, command: string, ends: readonly ToldEnd[]): Promise<void> {
  // Somebody who stops it knows.
  if (session.signal.aborted) return;
  for (const { ended, view } of ends) {
    const message = { command, file: book.path, ...view };
    if (ended.status === 'failed') await fireHooks(session, book, 'onFailure', message);
    else if (ended.status === 'done' && ended.changed) await fireHooks(session, book, 'onSuccess', message);
  }
}
