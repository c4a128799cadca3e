import type { ExitCode, JsonObject, Status } from '../../core/contracts/index.ts';
import { Interrupted } from '../../core/problems/interrupted.ts';
import { exitCodeOf } from '../../core/problems/problem-error.ts';
import { isAbort, toProblem } from '../../core/problems/to-problem.ts';
import { problemJson } from '../text/json.ts';
import { problemLines } from '../text/problem-lines.ts';
import { writeEvent } from './document.ts';
import type { Session } from './session.ts';
import { together } from './worst.ts';

export interface Ended {
  readonly status: Status;
  readonly exitCode: ExitCode;
  readonly changed: boolean;
}

export interface AllEnded extends Ended {
  /** Of the profiles that could not be worked on, for the document. */
  readonly problems: readonly JsonObject[];
}

/** Works on one profile after the other; one that fails does not hold up the others, an interruption does. */
export async function eachProfile(session: Session, command: string, names: readonly string[], work: (name: string) => Promise<Ended>): Promise<AllEnded> {
  const ended: Ended[] = [];
  const problems: JsonObject[] = [];
  for (const name of names) {
    session.signal.throwIfAborted();
    try {
      ended.push(await work(name));
    } catch (thrown) {
      if (thrown instanceof Interrupted || isAbort(thrown, session.signal)) throw thrown;
      const problem = toProblem(thrown);
      const exitCode = exitCodeOf(problem);
      session.log.write('error', `${command} failed`, { profile: name, code: problem.code, cause: problem.cause });
      ended.push({ status: 'failed', exitCode, changed: false });
      const body = { status: 'failed', exitCode, changed: false, problem: { ...problemJson(problem, session.language), subject: name } };
      problems.push({ profile: name, ...body });
      if (session.options.format === 'ndjson') writeEvent(session, Date.now(), name, 'outcome', body);
      for (const line of problemLines(problem, session.writer)) session.notes.line(line);
    }
  }
  return { ...together(ended), problems };
}
