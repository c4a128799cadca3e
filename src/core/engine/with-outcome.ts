import type { Context, Outcome, Problem, RunEvent, Summary } from '../contracts/index.ts';
import { exitCodeOfAbort } from '../problems/interrupted.ts';
import { exitCodeOf } from '../problems/problem-error.ts';
import { isAbort, toProblem } from '../problems/to-problem.ts';
import { say } from '../text/say.ts';

/** Ends every run with its outcome: also after a problem or an abort. */
export async function* withOutcome(
  { signal }: Pick<Context, 'signal'>,
  work: () => AsyncGenerator<RunEvent, Outcome, void>,
): AsyncGenerator<RunEvent, void, void> {
  try {
    yield yield* work();
  } catch (thrown) {
    yield isAbort(thrown, signal) ? interruptedOutcome(exitCodeOfAbort(signal)) : failedOutcome(toProblem(thrown));
  }
}

export function failedOutcome(problem: Problem, changed = false, summary?: Summary): Outcome {
  return { type: 'outcome', status: 'failed', exitCode: exitCodeOf(problem), changed, problem, ...(summary === undefined ? {} : { summary }) };
}

function interruptedOutcome(exitCode: 130 | 143): Outcome {
  return {
    type: 'outcome',
    status: 'failed',
    exitCode,
    changed: false,
    problem: {
      code: 'interrupted',
      owner: 'you',
      message: say('Stopped. What was begun is in the journal.', '中断しました。開始した作業は記録されています。'),
      next: [say('Run the same command again: it goes on where it stopped.', '同じコマンドをもう一度実行すると、中断したところから続行します。')],
    },
  };
}
