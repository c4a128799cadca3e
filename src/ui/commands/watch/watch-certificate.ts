import { takeUpCertificate } from '../../../core/engine/take-up-certificate.ts';
import { drive } from '../drive.ts';
import { openEnvironment } from '../environment.ts';
import { notifyOfEnd } from '../notify.ts';
import { needBook, useProfile } from '../profiles.ts';
import type { Session } from '../session.ts';
import { endOfWatch } from './end.ts';

/** Goes on with the wait for a certificate that a person has to see to, until it is in use here. */
export async function watchCertificateOf(session: Session, name: string): Promise<number> {
  const used = await useProfile(session, await needBook(session), name);
  await using env = await openEnvironment(session, used.answers);
  const { registry, signal, options } = session;
  const leaving = new AbortController();
  const { answers, source, paths } = used;
  const parts = { env, registry, store: await session.store(), signal, answers, profile: used.name, source, paths };
  const run = await takeUpCertificate(parts, options.timeoutMs, leaving.signal);
  const driven = await drive(session, env, used.name, run, () => leaving.abort());
  notifyOfEnd(session, used.name, driven.ended);
  return endOfWatch(session, driven);
}
