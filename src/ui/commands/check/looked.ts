import type { CheckedEndpoint } from '../../../core/check/check.ts';
import type { ExitCode, Finding, Problem } from '../../../core/contracts/index.ts';
import { exitCodeOf } from '../../../core/problems/problem-error.ts';

/** What became of one host or profile. */
export interface Looked {
  readonly endpoint: CheckedEndpoint;
  readonly findings: readonly Finding[];
  /** Where it could not be looked at, and that is no finding about the endpoint. */
  readonly exitCode?: ExitCode;
}

/** Nothing was seen, and the findings say why. */
export function unseen(profile: string | undefined, host: string, findings: readonly Finding[], exitCode?: ExitCode): Looked {
  const endpoint = { profile: profile ?? null, host, addresses: [], served: null, expected: null, daysLeft: null };
  return { endpoint, findings, ...(exitCode === undefined ? {} : { exitCode }) };
}

/** A problem with the profile or the sign-in is one; a service that does not answer is what was looked for. */
export function unseenFor(problem: Problem, profile: string | undefined, host: string): Looked {
  const finding: Finding = { code: problem.code, severity: 'error', subject: profile ?? host, message: problem.message, next: problem.next };
  const exitCode = exitCodeOf(problem);
  return unseen(profile, host, [finding], exitCode === 1 && problem.owner === 'service' ? undefined : exitCode);
}

/** The first exit code that is no finding's; 3 where any finding is an error. */
export function exitCodeFor(looked: readonly Looked[]): ExitCode {
  return looked.find((each) => each.exitCode !== undefined)?.exitCode ?? (looked.some(({ findings }) => findings.some(isError)) ? 3 : 0);
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}
