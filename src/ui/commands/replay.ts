import { type Prepared, prepare } from '../../core/engine/prepare.ts';
import { run } from '../../core/engine/run.ts';
import { Interrupted } from '../../core/problems/interrupted.ts';
import { say, value } from '../../core/text/say.ts';
import { chooseProfiles } from './choose-profiles.ts';
import { confirm } from './confirm.ts';
import { writeDocument, writeOutcome } from './document.ts';
import { type Driven, drive } from './drive.ts';
import { eachProfile } from './each-profile.ts';
import { openEnvironment } from './environment.ts';
import { changedExitCode } from './exit-code.ts';
import { tellOfEnds } from './hooks/tell-of-end.ts';
import { keepOutcome } from './keep-outcome.ts';
import { partsOf } from './parts-of.ts';
import { showPlan } from './plan.ts';
import { needBook, type UsableProfile, useProfile } from './profiles.ts';
import type { Session } from './session.ts';

export interface ReplayFlags {
  readonly all?: boolean;
  readonly redeploy?: boolean;
  /** commander's name for `--no-wait` */
  readonly wait?: boolean;
  readonly changedExitCode?: string;
}

const FAILED = { status: 'failed', changed: false } as const;

/** Does what the profiles say, without questions; in a terminal the plan is shown and approved once. */
export async function replay(session: Session, names: readonly string[], flags: ReplayFlags): Promise<number> {
  const exitCodeWhereChanged = changedExitCode(flags.changedExitCode);
  const book = await needBook(session);
  const chosen = chooseProfiles(book, names, flags.all ?? false);
  const driven: Driven[] = [];
  const all = await eachProfile(session, 'replay', chosen, async (name) => {
    const one = await replayOne(session, await useProfile(session, book, name), flags);
    driven.push(one);
    return one.ended;
  });
  const shown = [...driven.map(({ view }) => view), ...all.problems];
  await tellOfEnds(session, book, 'replay', [...driven, ...all.problems.map((view) => ({ ended: FAILED, view }))]);
  const exitCode = all.exitCode === 0 && all.changed ? (exitCodeWhereChanged ?? 0) : all.exitCode;
  const { status, changed } = all;
  if (session.options.format === 'json') writeDocument(session, 'replay', { profiles: shown, status, changed, exitCode });
  // The last line is what the program ends with.
  if (session.options.format === 'ndjson' && (chosen.length > 1 || exitCode !== all.exitCode)) writeOutcome(session, { status, changed, exitCode });
  return exitCode;
}

/** One profile from plan to proof. Also what the home screen does. */
export async function replayOne(session: Session, used: UsableProfile, flags: ReplayFlags): Promise<Driven> {
  await using env = await openEnvironment(session, used.answers);
  const { options } = session;
  const prepared = await prepare({ ...(await partsOf(session, env, used)), redeploy: flags.redeploy ?? false });
  await approve(session, prepared);
  const timeout = options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs };
  const driven = await drive(session, env, used.name, run(prepared, { wait: flags.wait ?? true, ...timeout }));
  await keepOutcome(session, env, used, driven.ended);
  return driven;
}

// Asked once, and only where there is something to approve.
async function approve(session: Session, prepared: Prepared): Promise<void> {
  if (!session.person || session.options.yes || prepared.blocked || prepared.pendingChanges === 0) return;
  showPlan(session, prepared);
  const { environment, profile } = prepared.review;
  const approved = await confirm(
    session,
    profile === undefined
      ? say('Do this in {environment}?', '{environment} でこれを実行しますか?', { environment: environment.title })
      : say('Do this for {profile} in {environment}?', '{environment} で {profile} についてこれを実行しますか?', {
          profile: value(profile),
          environment: environment.title,
        }),
  );
  if (!approved) throw new Interrupted();
}
