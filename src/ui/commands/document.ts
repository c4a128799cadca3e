import type { ExitCode, Json, JsonObject, Problem, Status } from '../../core/contracts/index.ts';
import { exitCodeOf } from '../../core/problems/problem-error.ts';
import { jsonLine, problemJson } from '../text/json.ts';
import { problemLines } from '../text/problem-lines.ts';
import type { Session } from './session.ts';

/**
 * The one document of `--format json`, on one line. With `--format ndjson` its content as an event of the command's name, and the outcome.
 * @param command as in the schema's name: `profile-list`
 * @param changed whether anything was changed, for the outcome
 */
export function writeDocument(session: Session, command: string, body: JsonObject, changed = false): void {
  if (session.options.format !== 'ndjson') {
    session.out.line(jsonLine({ schema: `amltls/${command}/1`, ...body }));
    return;
  }
  const { profile = null, exitCode = 0, ...rest } = body;
  const code = Number(exitCode);
  writeEvent(session, Date.now(), typeof profile === 'string' ? profile : null, command, rest);
  writeOutcome(session, { status: code !== 0 ? 'failed' : changed ? 'done' : 'unchanged', exitCode: code, changed });
}

/** The last line of `--format ndjson`, for everything that the command did. */
export function writeOutcome(session: Session, { status, exitCode, changed }: { status: Status; exitCode: number; changed: boolean }): void {
  writeEvent(session, Date.now(), null, 'outcome', { status, exitCode, changed });
}

/** One event of `--format ndjson`. */
export function writeEvent(session: Session, at: number, profile: string | null, type: string, body: Readonly<Record<string, Json>>): void {
  session.out.line(jsonLine({ type, at: new Date(at).toISOString(), profile, ...body }));
}

/** A problem in the format that was asked for, and what the program ends with. */
export function reportProblem(session: Session, command: string, problem: Problem, at: number): ExitCode {
  const exitCode = exitCodeOf(problem);
  session.log.write(problem.owner === 'you' ? 'info' : 'error', 'problem', { code: problem.code, cause: problem.cause });
  const body = { status: 'failed', exitCode, changed: false, problem: problemJson(problem, session.language) };
  if (session.options.format === 'json') writeDocument(session, command, body);
  else if (session.options.format === 'ndjson') writeEvent(session, at, null, 'outcome', body);
  for (const line of problemLines(problem, session.writer)) session.notes.line(line);
  return exitCode;
}
