import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { JsonObject } from '../../../core/contracts/index.ts';
import type { ProfileBook } from '../../../core/profile/book.ts';
import { say, value } from '../../../core/text/say.ts';
import type { Driven } from '../drive.ts';
import { type Ended, eachProfile } from '../each-profile.ts';
import { useProfile } from '../profiles.ts';
import { type Session, tell } from '../session.ts';
import { renewIfDue } from './renew-if-due.ts';
import type { RenewOptions } from './renew-profile.ts';

/** What came of one profile of several. */
export interface Renewed {
  readonly name: string;
  readonly ended: Ended;
  /** For the document; with its problem where it could not be worked on. */
  readonly view: JsonObject;
}

export interface ManyOptions extends RenewOptions {
  /** Only what is due by the share of its lifetime. */
  readonly due?: boolean;
}

/**
 * Renews what there is to renew, one run at a time. Everything is begun before anything is waited for: Azure's five hours pass for
 * all of them together. One failure does not hold up the others.
 * @throws ProblemError `locked`
 */
export async function renewMany(session: Session, book: ProfileBook, names: readonly string[], options: ManyOptions): Promise<readonly Renewed[]> {
  await using _only = await session.files.lock(lockOf(session, await session.files.realPath(book.path)));
  const begun: Renewed[] = [];
  const once = { ...options, wait: false };
  for (const name of names) {
    announce(session, name, names);
    begun.push(await attempt(session, name, async () => await renewIfDue(session, await useProfile(session, book, name), once)));
  }
  const open = begun.filter(({ ended }) => ended.status === 'waiting');
  if (options.wait === false || open.length === 0) return begun;
  tell(session, say('Waiting for: {names}', '待機中: {names}', { names: value(open.map(({ name }) => name).join(', ')) }));
  const ended = new Map<string, Renewed>();
  for (const first of open) {
    const { name } = first;
    announce(session, name, names);
    const again = await attempt(session, name, async () => await renewIfDue(session, await useProfile(session, book, name), { ...options, wait: true }));
    ended.set(name, together(first, again));
  }
  return begun.map((each) => ended.get(each.name) ?? each);
}

/** What was changed stays changed, also where the second look found everything done. */
export function together(first: Renewed, again: Renewed): Renewed {
  if (!first.ended.changed) return again;
  const status = again.ended.status === 'unchanged' ? 'done' : again.ended.status;
  return { ...again, ended: { ...again.ended, status, changed: true }, view: { ...again.view, status, changed: true } };
}

/** Whose words come next, where there are several. */
export function announce(session: Session, name: string, names: readonly string[]): void {
  if (names.length > 1) tell(session, say('Profile {name}', 'プロファイル {name}', { name: value(name) }));
}

/** One profile, whatever happens to it. */
export async function attempt(session: Session, name: string, work: () => Promise<Driven>): Promise<Renewed> {
  let driven: Driven | undefined;
  const ended = await eachProfile(session, 'renew', [name], async () => {
    driven = await work();
    return driven.ended;
  });
  return { name, ended, view: driven?.view ?? ended.problems[0] ?? { profile: name } };
}

function lockOf({ host }: Session, profileFile: string): string {
  return join(host.folders.state, 'renewal-runs', createHash('sha256').update(profileFile).digest('hex').slice(0, 24));
}
