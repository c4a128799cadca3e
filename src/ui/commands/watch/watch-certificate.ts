import { takeUpCertificate } from '../../../core/engine/take-up-certificate.ts';
import { drive } from '../drive.ts';
import { openEnvironment } from '../environment.ts';
import { notifyOfEnd } from '../notify.ts';
import { partsOf } from '../parts-of.ts';
import { needBook, useProfile } from '../profiles.ts';
import type { Session } from '../session.ts';
import { endOfWatch } from './end.ts';

/** Goes on with the wait for a certificate that a person has to see to, until it is in use here. */
export async function watchCertificateOf(session: Session, name: string): Promise<number> {
  const used = await useProfile(session, await needBook(session), name);
  await using env = await openEnvironment(session, used.answers);
  const leaving = new AbortController();
  const run = await takeUpCertificate(await partsOf(session, env, used), session.options.timeoutMs, leaving.signal);
  const driven = await drive(session, env, used.name, run, () => leaving.abort());
  notifyOfEnd(session, used.name, driven.ended);
  return endOfWatch(session, driven);
}
