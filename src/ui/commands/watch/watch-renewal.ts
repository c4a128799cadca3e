import { takeUpRenewal } from '../../../core/renewal/take-up.ts';
import { type Driven, drive } from '../drive.ts';
import { openEnvironment } from '../environment.ts';
import { keepOutcome } from '../keep-outcome.ts';
import { notifyOfEnd } from '../notify.ts';
import { partsOf } from '../parts-of.ts';
import { needBook, type UsableProfile, useProfile } from '../profiles.ts';
import type { Session } from '../session.ts';
import { endOfWatch } from './end.ts';

export async function watchRenewalOf(session: Session, name: string): Promise<number> {
  return endOfWatch(session, await watchRenewalProfile(session, await useProfile(session, await needBook(session), name)));
}

/** Takes up the wait for one profile's renewal. Also what the home screen does. */
export async function watchRenewalProfile(session: Session, used: UsableProfile): Promise<Driven> {
  await using env = await openEnvironment(session, used.answers);
  const { options } = session;
  const run = await takeUpRenewal(await partsOf(session, env, used));
  const leaving = new AbortController();
  const timeout = options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs };
  const driven = await drive(session, env, used.name, run({ wait: true, leave: leaving.signal, ...timeout }), () => leaving.abort());
  await keepOutcome(session, env, used, driven.ended);
  notifyOfEnd(session, used.name, driven.ended);
  return driven;
}
