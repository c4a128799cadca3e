import { ProblemError } from '../../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../../core/text/say.ts';

/** `state.json` cannot be read as a practice world. */
export function stateDamaged(file: string, where: string, cause?: unknown): ProblemError {
  return new ProblemError({
    code: 'sandbox-state-damaged',
    owner: 'you',
    message: say('The state of the practice Azure is damaged: {file} ({where}).', '練習用 Azure の状態ファイルが壊れています: {file} ({where})。', {
      file: value(file),
      where: value(where),
    }),
    next: [
      say('Start anew with {command}; what was practised is forgotten.', '{command} を実行して初めからやり直してください。これまでの練習内容は失われます。', {
        command: code('amltls sandbox reset'),
      }),
    ],
    cause,
  });
}

/** `state.json` was written by a version that this one does not know. */
export function stateNewer(file: string): ProblemError {
  return new ProblemError({
    code: 'sandbox-state-version',
    owner: 'you',
    message: say(
      'The practice Azure in {file} was written by another version of amltls.',
      '{file} の練習用 Azure は別のバージョンの amltls で作成されたものです。',
      {
        file: value(file),
      },
    ),
    next: [
      say('Use that version, or start anew with {command}.', 'そのバージョンを使うか、{command} を実行して初めからやり直してください。', {
        command: code('amltls sandbox reset'),
      }),
    ],
  });
}

export function stateUnusable(file: string, cause: unknown): ProblemError {
  return new ProblemError({
    code: 'sandbox-state-unusable',
    owner: 'you',
    message: say('The practice Azure cannot keep its state in {file}: {reason}.', '練習用 Azure の状態を {file} に保存できません: {reason}。', {
      file: value(file),
      reason: value(reasonOf(cause)),
    }),
    next: [
      say('Choose a folder that you may write to with {flag}.', '書き込みできるフォルダーを {flag} で指定してください。', { flag: code('--state-dir DIR') }),
    ],
    cause,
  });
}

function reasonOf(cause: unknown): string {
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return cause instanceof Error ? cause.message : String(cause);
}
