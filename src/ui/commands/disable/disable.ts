import { prepareSwitchOff, type SwitchOff } from '../../../core/engine/switch-off.ts';
import { say, value } from '../../../core/text/say.ts';
import { writeDocument } from '../document.ts';
import { type Driven, drive } from '../drive.ts';
import { openEnvironment } from '../environment.ts';
import { keepOutcome } from '../keep-outcome.ts';
import { partsOf } from '../parts-of.ts';
import { showPlan } from '../plan.ts';
import { needBook, type UsableProfile, useProfile } from '../profiles.ts';
import { type Session, tell } from '../session.ts';
import { offerTakeBack } from '../take-back.ts';
import { requireSomebody, requireTypedName } from './typed-name.ts';

export interface DisableFlags {
  readonly showEquivalents?: boolean;
}

/** Switches TLS off, after the profile's name was typed or `--yes` given. */
export async function disable(session: Session, name: string, flags: DisableFlags): Promise<number> {
  const { ended, view } = await disableProfile(session, await useProfile(session, await needBook(session), name), flags);
  const { status, changed, exitCode } = ended;
  if (session.options.format === 'json') writeDocument(session, 'disable', { profiles: [view], status, changed, exitCode });
  return exitCode;
}

/** One profile from looking to proof. Also what the home screen does. */
export async function disableProfile(session: Session, used: UsableProfile, flags: DisableFlags): Promise<Driven> {
  await using env = await openEnvironment(session, used.answers);
  const { options } = session;
  const { name: profile } = used;
  const off = await prepareSwitchOff(await partsOf(session, env, used));
  await approve(session, off, profile ?? '', flags.showEquivalents ?? false);
  const driven = await drive(session, env, profile, off.run(options.timeoutMs));
  await keepOutcome(session, env, used, driven.ended);
  if (driven.ended.exitCode === 0) await offerTakeBack(session, env, used);
  return driven;
}

async function approve(session: Session, off: SwitchOff, name: string, equivalents: boolean): Promise<void> {
  const asks = off.pendingChanges > 0 && !session.options.yes;
  if (asks) requireSomebody(session);
  if (asks || equivalents) showPlan(session, off, { equivalents });
  // Whoever approved beforehand reads in the log what that meant.
  else if (off.pendingChanges > 0) for (const text of off.consequences) tell(session, text);
  if (!asks) return;
  const question = say('Type {name} to switch TLS off in {environment}:', '{environment} で TLS をオフにするには {name} と入力してください:', {
    name: value(name),
    environment: off.review.environment.title,
  });
  await requireTypedName(session, name, question);
}
