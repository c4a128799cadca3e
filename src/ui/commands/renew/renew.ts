import type { ProfileBook } from '../../../core/profile/book.ts';
import { symbolOfStatus } from '../../text/symbols.ts';
import { padEnd, widthOf } from '../../text/width.ts';
import { STATUS_WORDS } from '../../text/words.ts';
import { chooseProfiles } from '../choose-profiles.ts';
import { writeDocument, writeOutcome } from '../document.ts';
import { changedExitCode } from '../exit-code.ts';
import { needBook, useProfile } from '../profiles.ts';
import type { Session } from '../session.ts';
import { together } from '../worst.ts';
import { afterRenewal } from './after-renewal.ts';
import { announce, attempt, type ManyOptions, type Renewed, renewMany } from './renew-many.ts';
import { renewProfile } from './renew-profile.ts';

export interface RenewFlags extends ManyOptions {
  readonly all?: boolean;
  readonly changedExitCode?: string;
  readonly waitingExitCode?: string;
  readonly testHooks?: boolean;
}

/** Renews the certificates of the profiles: those that are named, or with `--all` and `--due` what a scheduler leaves to it. */
export async function renew(session: Session, names: readonly string[], flags: RenewFlags): Promise<number> {
  if (flags.testHooks === true) return await (await import('../hooks/test-hooks.ts')).testHooks(session);
  const codes = {
    changed: changedExitCode(flags.changedExitCode),
    waiting: changedExitCode(flags.waitingExitCode, '--waiting-exit-code'),
  };
  const book = await needBook(session);
  const scheduled = flags.all === true || flags.due === true;
  const chosen = chooseProfiles(book, names, scheduled && names.length === 0);
  const renewed = scheduled ? await renewMany(session, book, chosen, flags) : await oneByOne(session, book, chosen, flags);
  const { status, changed, exitCode: worst } = together(renewed.map(({ ended }) => ended));
  const exitCode = worst !== 0 ? worst : ((changed ? codes.changed : status === 'waiting' ? codes.waiting : undefined) ?? 0);
  await afterRenewal(session, book, renewed);
  if (session.options.format === 'text' && renewed.length > 1) for (const line of resultLines(session, renewed)) session.out.line(line);
  if (session.options.format === 'json') writeDocument(session, 'renew', { profiles: renewed.map(({ view }) => view), status, changed, exitCode });
  // The last line is what the program ends with.
  if (session.options.format === 'ndjson' && (scheduled || chosen.length > 1 || exitCode !== worst)) writeOutcome(session, { status, changed, exitCode });
  return exitCode;
}

async function oneByOne(session: Session, book: ProfileBook, names: readonly string[], flags: RenewFlags): Promise<readonly Renewed[]> {
  const renewed: Renewed[] = [];
  for (const name of names) {
    announce(session, name, names);
    renewed.push(await attempt(session, name, async () => await renewProfile(session, await useProfile(session, book, name), flags)));
  }
  return renewed;
}

// What came of each, after all that was said on the way.
function resultLines({ writer }: Session, renewed: readonly Renewed[]): readonly string[] {
  const width = Math.max(...renewed.map(({ name }) => widthOf(name)));
  return [
    '',
    ...renewed.map(({ name, ended: { status } }) => `${symbolOfStatus(status, writer.symbols)} ${padEnd(name, width)}  ${writer.words(STATUS_WORDS[status])}`),
  ];
}
