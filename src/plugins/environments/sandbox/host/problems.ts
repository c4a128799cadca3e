import { ProblemError } from '../../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../../core/text/say.ts';

/** The state directory is in use by a host that was to be kept out of the way. @param pid of the host, where it is known */
export function alreadyRuns(stateDir: string, pid: number | undefined): ProblemError {
  return new ProblemError({
    code: 'sandbox-already-runs',
    owner: 'you',
    exit: 1,
    message:
      pid === undefined
        ? say('A practice Azure already runs in {folder}.', '{folder} では既に練習用 Azure が動いています。', { folder: value(stateDir) })
        : say('A practice Azure already runs in {folder} (process {pid}).', '{folder} では既に練習用 Azure が動いています (プロセス {pid})。', {
            folder: value(stateDir),
            pid,
          }),
    next: [
      say('Use it: every command with {flag} joins it.', 'そのまま使えます。{flag} を付けたコマンドは、動作中の練習用 Azure に接続します。', {
        flag: code('--sandbox'),
      }),
      say(
        'Or end that process first, or keep another one apart with {flag}.',
        'または、先にそのプロセスを終了するか、{flag} で別のフォルダーを指定してください。',
        {
          flag: code('--state-dir DIR'),
        },
      ),
    ],
  });
}

/** Somebody holds the state directory and does not answer. */
export function doesNotAnswer(stateDir: string, cause: unknown): ProblemError {
  return new ProblemError({
    code: 'sandbox-does-not-answer',
    owner: 'you',
    exit: 1,
    message: say(
      'The practice Azure in {folder} is held by a process that does not answer.',
      '{folder} の練習用 Azure は、応答しないプロセスによって使用されています。',
      {
        folder: value(stateDir),
      },
    ),
    next: [
      say('End that process, then run the command again.', 'そのプロセスを終了してから、もう一度実行してください。'),
      say('Or practise elsewhere with {flag}.', 'または、{flag} で別のフォルダーを指定してください。', { flag: code('--state-dir DIR') }),
    ],
    cause,
  });
}

/** A request of ours to the control endpoint was refused. @param said the sandbox's own words */
export function controlRefused(said: string): ProblemError {
  return new ProblemError({
    code: 'sandbox-refused',
    owner: 'you',
    exit: 1,
    message: say('The practice Azure refused: {said}', '練習用 Azure が要求を拒否しました: {said}', { said: value(said) }),
    next: [say('Change what was asked for and try again.', '要求の内容を変更して、もう一度実行してください。')],
  });
}

export function badSpeed(given: string): ProblemError {
  return new ProblemError({
    code: 'sandbox-speed',
    owner: 'you',
    message: say('{given} is not a speed for the practice clock.', '{given} は練習用の時計の速度として使えません。', { given: value(given) }),
    next: [
      say('Give a number from 1 to 100000, for example {example}.', '{example} のように 1 から 100000 までの数を指定してください。', {
        example: code('--speed 75'),
      }),
    ],
  });
}
