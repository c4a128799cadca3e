import type { Problem } from '../contracts/index.ts';
import { code, say } from '../text/say.ts';
import { ProblemError } from './problem-error.ts';

const CRASHES: ReadonlySet<string> = new Set(['screen-broken', 'unexpected']);

/** The screen itself failed: nothing can be asked or shown on it any more. What was begun is journaled. */
export function screenBroken(cause: unknown): ProblemError {
  return new ProblemError({
    code: 'screen-broken',
    owner: 'amltls',
    message: say(
      'The screen could not be drawn any more, so amltls stopped. What was sent before is in the journal.',
      '画面を描画できなくなったため、amltls を終了しました。それまでに送信した内容はジャーナルに記録されています。',
    ),
    next: [
      say(
        'Run the same command again, line by line: {flag}. It goes on where it stopped.',
        '{flag} を付けて同じコマンドを実行すると、中断した箇所から 1 行ずつの表示で続行します。',
        {
          flag: code('--plain'),
        },
      ),
    ],
    cause,
  });
}

export const isScreenBroken = (thrown: unknown): boolean => thrown instanceof ProblemError && thrown.problem.code === 'screen-broken';

/** A fault of this program, whose makers need to hear of it. */
export const isCrash = ({ code: word }: Problem): boolean => CRASHES.has(word);
