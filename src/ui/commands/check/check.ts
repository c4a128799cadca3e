import { checkEndpoint } from '../../../core/check/check.ts';
import { keepLook, type LookKey, readLook } from '../../../core/check/last-look.ts';
import { lookOf } from '../../../core/check/look-of.ts';
import type { Answers, Environment, ExitCode, Finding } from '../../../core/contracts/index.ts';
import { isAbort, toProblem } from '../../../core/problems/to-problem.ts';
import type { ProfileBook } from '../../../core/profile/book.ts';
import { pathsIn } from '../../../core/profile/own-folder.ts';
import { say } from '../../../core/text/say.ts';
import { chooseProfiles } from '../choose-profiles.ts';
import { wrong } from '../options.ts';
import { needBook, pathsOf, useProfile } from '../profiles.ts';
import type { Session } from '../session.ts';
import { checkProfile, type LookOptions } from './check-profile.ts';
import { type Environments, openEnvironments } from './environments.ts';
import { parseHostPort } from './host-port.ts';
import { exitCodeFor, type Looked, unseen, unseenFor } from './looked.ts';
import { notRunFindings, tellNotRun } from './not-run.ts';
import { createReport, type Report } from './report.ts';
import { sideBySide } from './side-by-side.ts';
import { timeLimit } from './time-limit.ts';

export interface CheckFlags {
  readonly all?: boolean;
  readonly host?: string;
  readonly trust?: string;
  readonly warnDays?: string;
  readonly errorDays?: string;
  readonly testHooks?: boolean;
}

// What waits for the network costs little; more sockets at once would wait for each other on a small machine.
export const AT_ONCE = 64;

/** Looks from outside, changes nothing. Exit 3 where a finding is an error. */
export async function check(session: Session, names: readonly string[], flags: CheckFlags): Promise<ExitCode> {
  if (flags.testHooks === true) return await (await import('../hooks/test-hooks.ts')).testHooks(session);
  const trustPem = flags.trust === undefined ? undefined : await trustOf(session, flags.trust);
  const look: LookOptions = {
    around: true,
    ...days('warnDays', '--warn-days', flags.warnDays),
    ...days('errorDays', '--error-days', flags.errorDays),
    ...(trustPem === undefined ? {} : { trustPem }),
  };
  await using environments = openEnvironments(session);
  const report = createReport(session);
  const all =
    flags.host === undefined
      ? await checkProfiles(session, environments, { names, all: flags.all ?? false, look, report })
      : [await checkHost(session, environments, { text: flags.host, look, report })];
  const exitCode = exitCodeFor(all);
  report.end(all, exitCode);
  return exitCode;
}

async function checkHost(session: Session, environments: Environments, { text, look, report }: { text: string; look: LookOptions; report: Report }) {
  const { host, port } = parseHostPort(text);
  const env = await environments.get({});
  const looked = await limited(session, env, { profile: undefined, host }, (signal) => checkEndpoint({ env, host, port, profile: undefined, signal, ...look }));
  report.add(looked, env.clock.now());
  return looked;
}

interface Checking {
  readonly names: readonly string[];
  readonly all: boolean;
  readonly look: LookOptions;
  readonly report: Report;
}

async function checkProfiles(session: Session, environments: Environments, { names, all, look, report }: Checking): Promise<readonly Looked[]> {
  const book = await needBook(session);
  const profileFile = await session.files.realPath(book.path);
  const chosen = chooseProfiles(book, names, all);
  const silent = await notRunFindings(session, book, profileFile, chosen);
  const looked = await sideBySide(chosen, AT_ONCE, async (name) => {
    const { looked: seen, at } = await lookAtProfile(session, environments, { book, profileFile, name, look });
    const notRun = silent.get(name);
    const whole = notRun === undefined ? seen : { ...seen, findings: [...seen.findings, notRun] };
    report.add(whole, at);
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
}

async function lookAtProfile(
  session: Session,
  environments: Environments,
  { book, profileFile, name, look }: OneProfile,
): Promise<{ looked: Looked; at: number }> {
  try {
    const used = await useProfile(session, book, name);
    const env = await environments.get(used.answers);
    const key: LookKey = { profile: name, profileFile, environment: env.id };
    const answers = { ...env.defaults, ...used.answers };
    const before = await readLook(session.files, session.host.folders.state, key);
    const looked = await limited(session, env, { profile: name, host: before?.host ?? '' }, (signal) =>
      checkProfile(session, { env, answers, signal, profile: name, paths: pathsIn(env, used.paths) }, look, before?.host ?? undefined),
    );
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

async function limited(
  session: Session,
  env: Environment,
  about: { readonly profile: string | undefined; readonly host: string },
  work: (signal: AbortSignal) => Promise<Looked>,
): Promise<Looked> {
  using limit = timeLimit(env.clock, session.signal, session.options.timeoutMs);
  try {
    return await work(limit.signal);
  } catch (thrown) {
    if (isAbort(thrown, session.signal) || !limit.signal.aborted) throw thrown;
    return unseen(about.profile, about.host, [tooSlow(about.profile ?? about.host)]);
  }
}

function tooSlow(subject: string): Finding {
  return {
    code: 'check-timeout',
    severity: 'error',
    subject,
    message: say('The time was up before everything was looked at.', '確認が完了する前に制限時間を超えました。'),
    next: [say('Give it more with {flag}.', '{flag} で制限時間を延ばしてください。', { flag: { code: '--timeout 2m' } })],
  };
}

async function trustOf(session: Session, path: string): Promise<string> {
  return new TextDecoder().decode(await session.files.read(pathsOf(session, session.host.cwd, undefined).resolve(path)));
}

function days<K extends string>(name: K, flag: string, text: string | undefined): { readonly [key in K]?: number } {
  if (text === undefined) return {};
  if (!/^\d{1,5}$/.test(text)) wrong(flag, text, '30');
  return { [name]: Number(text) } as { [key in K]?: number };
}
