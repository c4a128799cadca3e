import { keepLook, type LookKey, readLook } from '../../../core/check/last-look.ts';
import { lookOf } from '../../../core/check/look-of.ts';
import type { Answers, Environment } from '../../../core/contracts/index.ts';
import { isAbort, toProblem } from '../../../core/problems/to-problem.ts';
import type { ProfileBook } from '../../../core/profile/book.ts';
import { pathsIn } from '../../../core/profile/own-folder.ts';
import { flagsFor } from '../../../core/profile/profile-command.ts';
import { chooseProfiles } from '../choose-profiles.ts';
import { needBook, useProfile } from '../profiles.ts';
import { type Session, tell } from '../session.ts';
import { checkProfile, type LookOptions } from './check-profile.ts';
import type { Environments } from './environments.ts';
import { limited } from './limited.ts';
import { type Looked, unseenFor } from './looked.ts';
import { notRunFindings, tellNotRun } from './not-run.ts';
import { createProgress } from './progress.ts';
import type { Report } from './report.ts';
import { sideBySide } from './side-by-side.ts';

// What waits for the network costs little; more sockets at once would wait for each other on a small machine.
export const AT_ONCE = 128;

interface Checking {
  readonly names: readonly string[];
  readonly all: boolean;
  readonly look: LookOptions;
  readonly report: Report;
}

/** The profiles side by side, in their order; what was seen of each is remembered. */
export async function checkProfiles(session: Session, environments: Environments, { names, all, look, report }: Checking): Promise<readonly Looked[]> {
  const book = await needBook(session);
  const profileFile = await session.files.realPath(book.path);
  const chosen = chooseProfiles(book, names, all);
  const silent = await notRunFindings(session, book, profileFile, chosen);
  using progress = session.person ? createProgress(chosen, (text) => tell(session, text)) : undefined;
  const looked = await sideBySide(chosen, AT_ONCE, async (name) => {
    const { looked: seen, at } = await lookAtProfile(session, environments, { book, profileFile, name, look, looks: chosen.length });
    const notRun = silent.get(name);
    const whole = notRun === undefined ? seen : { ...seen, findings: [...seen.findings, notRun] };
    report.add(whole, at);
    progress?.done(name);
    return whole;
  });
  await tellNotRun(session, book, profileFile, silent);
  return looked;
}

interface OneProfile {
  readonly book: ProfileBook;
  readonly profileFile: string;
  readonly name: string;
  readonly look: LookOptions;
  /** How many there are in this run. */
  readonly looks: number;
}

async function lookAtProfile(
  session: Session,
  environments: Environments,
  { book, profileFile, name, look, looks }: OneProfile,
): Promise<{ looked: Looked; at: number }> {
  try {
    const used = await useProfile(session, book, name);
    const env = await environments.get(used.answers);
    const key: LookKey = { profile: name, profileFile, environment: env.id };
    const answers = { ...env.defaults, ...used.answers };
    const flags = flagsFor(env, used.answers, used.source);
    const before = await readLook(session.files, session.host.folders.state, key);
    const about = { profile: name, host: before?.host ?? '' };
    const context = { env, answers, profile: name, paths: pathsIn(env, used.paths), flags };
    const looked = await limited(session, env, about, (signal) => checkProfile(session, { ...context, signal }, look, before?.host ?? undefined, looks), looks);
    await remember(session, env, { key, answers, looked });
    return { looked, at: env.clock.now() };
  } catch (thrown) {
    if (isAbort(thrown, session.signal)) throw thrown;
    const problem = toProblem(thrown);
    session.log.write('info', 'profile not checked', { profile: name, code: problem.code, cause: problem.cause });
    return { looked: unseenFor(problem, name, ''), at: Date.now() };
  }
}

async function remember(session: Session, env: Environment, about: { key: LookKey; answers: Answers; looked: Looked }): Promise<void> {
  const { key, answers, looked } = about;
  const look = lookOf({ key, practice: env.practice, at: env.clock.now(), answers, endpoint: looked.endpoint, findings: looked.findings });
  // A full disk is no reason to keep what was seen from the person.
  await keepLook(session.files, session.host.folders.state, look).catch((thrown: unknown) =>
    session.log.write('warn', 'look not kept', { code: toProblem(thrown).code }),
  );
}
