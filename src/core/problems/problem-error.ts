import type { ExitCode, Problem } from '../contracts/index.ts';

/** The one error that the layers throw at each other; carries what a person will read. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code, problem.cause === undefined ? undefined : { cause: problem.cause });
    this.problem = problem;
  }
}

/** @throws ProblemError always */
export function fail(problem: Problem): never {
  throw new ProblemError(problem);
}

/** The exit code of cli.md that a problem ends with. */
export function exitCodeOf(problem: Problem): ExitCode {
  return problem.exit ?? (problem.owner === 'you' ? 2 : 1);
}
