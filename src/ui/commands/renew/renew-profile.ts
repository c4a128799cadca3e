import { prepareRenewal } from '../../../core/renewal/prepare-renewal.ts';
import type { RenewalRun } from '../../../core/renewal/renewal.ts';
import { type Driven, drive } from '../drive.ts';
import { openEnvironment } from '../environment.ts';
import { keepOutcome } from '../keep-outcome.ts';
import { notifyOfEnd } from '../notify.ts';
import { partsOf } from '../parts-of.ts';
import type { UsableProfile } from '../profiles.ts';
import type { Session } from '../session.ts';
import { approveRenewal } from './approve.ts';

/** As the command line names them. */
export interface RenewOptions {
  readonly evenIfEarly?: boolean;
  readonly allowOlder?: boolean;
  readonly rollback?: boolean;
  /** commander's name for `--no-wait` */
  readonly wait?: boolean;
  readonly showEquivalents?: boolean;
}

/**
 * Renews the certificate of one profile, from looking to proof; in a terminal the plan is shown and approved once.
 * @throws ProblemError what stands in the way before anything is sent, `Interrupted` where it was not approved
 */
export async function renewProfile(session: Session, used: UsableProfile, options: RenewOptions): Promise<Driven> {
  await using env = await openEnvironment(session, used.answers);
  const renewal = await prepareRenewal({
    ...(await partsOf(session, env, used)),
    evenIfEarly: options.evenIfEarly ?? false,
    allowOlder: options.allowOlder ?? false,
    rollback: options.rollback ?? false,
  });
  const decided = await approveRenewal(session, renewal, options);
  const leaving = new AbortController();
  const driven = await drive(session, env, used.name, decided === 'go' ? renewal.run(runOf(session, options, leaving.signal)) : renewal.decline(), () =>
    leaving.abort(),
  );
  await keepOutcome(session, env, used, driven.ended);
  notifyOfEnd(session, used.name, driven.ended);
  return driven;
}

function runOf({ options }: Session, { wait = true }: RenewOptions, leave: AbortSignal): RenewalRun {
  return { wait, leave, ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }) };
}
