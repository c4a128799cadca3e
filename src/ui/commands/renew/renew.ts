import type { JsonObject } from '../../../core/contracts/index.ts';
import { chooseProfiles } from '../choose-profiles.ts';
import { writeDocument, writeEvent } from '../document.ts';
import { eachProfile } from '../each-profile.ts';
import { changedExitCode } from '../exit-code.ts';
import { needBook, useProfile } from '../profiles.ts';
import type { Session } from '../session.ts';
import { type RenewOptions, renewProfile } from './renew-profile.ts';

export interface RenewFlags extends RenewOptions {
  readonly changedExitCode?: string;
}

/** Renews the certificates of the profiles, one after the other. */
export async function renew(session: Session, names: readonly string[], flags: RenewFlags): Promise<number> {
  const exitCodeWhereChanged = changedExitCode(flags.changedExitCode);
  const book = await needBook(session);
  const chosen = chooseProfiles(book, names, false);
  const shown: JsonObject[] = [];
  const all = await eachProfile(session, 'renew', chosen, async (name) => {
    const { ended, view } = await renewProfile(session, await useProfile(session, book, name), flags);
    shown.push(view);
    return ended;
  });
  const exitCode = all.exitCode === 0 && all.changed ? (exitCodeWhereChanged ?? 0) : all.exitCode;
  const { status, changed } = all;
  if (session.options.format === 'json') writeDocument(session, 'renew', { profiles: [...shown, ...all.problems], status, changed, exitCode });
  if (session.options.format === 'ndjson' && chosen.length > 1) writeEvent(session, Date.now(), null, 'outcome', { status, changed, exitCode });
  return exitCode;
}
