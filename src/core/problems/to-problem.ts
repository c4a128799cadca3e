import type { Problem } from '../contracts/index.ts';
import { code, say } from '../text/say.ts';
import { ProblemError } from './problem-error.ts';

/** What a person reads of anything that was thrown: the problem it carries, or an honest "this is our fault". */
export function toProblem(thrown: unknown): Problem {
  if (thrown instanceof ProblemError) return thrown.problem;
  return {
    code: 'unexpected',
    owner: 'amltls',
    message: say('amltls met something it was not built for.', 'amltls が想定していない状態になりました。'),
    next: [
      say('Run the command again with {flag} and look at the log.', '{flag} を付けてもう一度実行し、ログを確認してください。', {
        flag: code('--log-level debug --log-file amltls-debug.log'),
      }),
    ],
    cause: thrown,
  };
}

/** True for the rejection of an aborted signal. */
export function isAbort(thrown: unknown, signal: AbortSignal): boolean {
  return signal.aborted && (thrown === signal.reason || (thrown instanceof Error && thrown.name === 'AbortError'));
}
