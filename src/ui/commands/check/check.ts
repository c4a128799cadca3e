import { type CheckedEndpoint, checkEndpoint } from '../../../core/check/check.ts';
import type { Environment, ExitCode, Finding } from '../../../core/contracts/index.ts';
import { exitCodeOf } from '../../../core/problems/problem-error.ts';
import { isAbort, toProblem } from '../../../core/problems/to-problem.ts';
import { findingJson, toJson } from '../../text/json.ts';
import { chooseProfiles } from '../choose-profiles.ts';
import { writeDocument, writeEvent } from '../document.ts';
import { openEnvironment } from '../environment.ts';
import { wrong } from '../options.ts';
import { needBook, pathsOf, type UsableProfile, useProfile } from '../profiles.ts';
import type { Session } from '../session.ts';
import { endpointLines } from './endpoint-lines.ts';
import { parseHostPort } from './host-port.ts';
import { sideBySide } from './side-by-side.ts';
import { targetOfProfile } from './targets.ts';

export interface CheckFlags {
  readonly all?: boolean;
  readonly host?: string;
  readonly trust?: string;
  readonly warnDays?: string;
  readonly errorDays?: string;
}

interface Looked {
  readonly endpoint: CheckedEndpoint;
  readonly findings: readonly Finding[];
  /** Where it could not be looked at. */
  readonly exitCode?: ExitCode;
}

// More sockets at once would wait for each other on a small machine.
const AT_ONCE = 16;

/** Looks from outside, changes nothing. Exit 3 where a finding is an error. */
export async function check(session: Session, names: readonly string[], flags: CheckFlags): Promise<ExitCode> {
  const limits = { ...days('warnDays', '--warn-days', flags.warnDays), ...days('errorDays', '--error-days', flags.errorDays) };
  const trust = flags.trust === undefined ? undefined : pathsOf(session, session.host.cwd, undefined).resolve(flags.trust);
  const trustPem = trust === undefined ? undefined : await textOf(session, trust);
  const look = { ...limits, ...(trustPem === undefined ? {} : { trustPem }) };
  const looked = flags.host === undefined ? await checkProfiles(session, names, flags.all ?? false, look) : [await checkHost(session, flags.host, look)];
  const exitCode = looked.find((each) => each.exitCode !== undefined)?.exitCode ?? (looked.some(hasError) ? 3 : 0);
  write(session, looked, exitCode);
  return exitCode;
}

type Look = Pick<Parameters<typeof checkEndpoint>[0], 'warnDays' | 'errorDays' | 'trustPem'>;

async function checkHost(session: Session, text: string, look: Look): Promise<Looked> {
  const { host, port } = parseHostPort(text);
  await using env = await openEnvironment(session, {});
  return await checkEndpoint({ env, host, port, profile: undefined, signal: session.signal, ...look });
}

async function checkProfiles(session: Session, names: readonly string[], all: boolean, look: Look): Promise<readonly Looked[]> {
  const book = await needBook(session);
  return await sideBySide(chooseProfiles(book, names, all), AT_ONCE, async (name) => {
    try {
      const used = await useProfile(session, book, name);
      await using env = await openEnvironment(session, used.answers);
      return await checkProfile(session, { ...used, env, name }, look);
    } catch (thrown) {
      if (isAbort(thrown, session.signal)) throw thrown;
      const problem = toProblem(thrown);
      const finding: Finding = { code: problem.code, severity: 'error', subject: name, message: problem.message, next: problem.next };
      return { endpoint: unseen(name), findings: [finding], exitCode: exitCodeOf(problem) };
    }
  });
}

type Used = Omit<UsableProfile, 'name'> & { readonly env: Environment; readonly name: string };

async function checkProfile(session: Session, { env, name, answers, paths }: Used, look: Look): Promise<Looked> {
  const { signal } = session;
  const target = await targetOfProfile(session, { env, answers, signal, profile: name, paths });
  if (target.host === undefined) return { endpoint: unseen(name), findings: target.findings };
  const { host, port, findings: _none, ...expected } = target;
  return await checkEndpoint({ env, host, port, profile: name, signal, ...expected, ...look });
}

function unseen(profile: string): CheckedEndpoint {
  return { profile, host: '', addresses: [], served: null, expected: null, daysLeft: null };
}

async function textOf({ files }: Session, path: string): Promise<string> {
  return new TextDecoder().decode(await files.read(path));
}

function days<K extends string>(name: K, flag: string, text: string | undefined): { readonly [key in K]?: number } {
  if (text === undefined) return {};
  const number = Number(text);
  if (!/^\d{1,5}$/.test(text)) wrong(flag, text, '30');
  return { [name]: number } as { [key in K]?: number };
}

function hasError({ findings }: Looked): boolean {
  return findings.some((finding) => finding.severity === 'error');
}

function write(session: Session, looked: readonly Looked[], exitCode: ExitCode): void {
  const { options, language } = session;
  const rows = looked.map(({ endpoint, findings }) => ({
    ...Object(toJson(endpoint, language)),
    findings: findings.map((finding) => findingJson(finding, language)),
  }));
  if (options.format === 'json') writeDocument(session, 'check', { endpoints: rows, exitCode });
  else if (options.format === 'ndjson') {
    for (const row of rows) writeEvent(session, Date.now(), row.profile ?? null, 'endpoint', row);
    writeEvent(session, Date.now(), null, 'outcome', { status: exitCode === 0 ? 'unchanged' : 'failed', exitCode, changed: false });
  } else for (const { endpoint, findings } of looked) for (const line of endpointLines(endpoint, findings, session.writer)) session.out.line(line);
}
