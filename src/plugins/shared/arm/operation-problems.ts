import type { ArmReply, Problem, Text } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';
import type { Progress } from './operation-status.ts';
import { serviceProblem } from './problems.ts';
import { requestIdOf } from './service-error.ts';

const TAKE_UP = [
  say('See how it stands and wait for it with {command}.', '{command} で状態を確認し、完了を待機できます。', { command: code('amltls watch') }),
  say('Or run the same command again: it goes on where this one stopped.', '同じコマンドをもう一度実行すると、中断した箇所から続行します。'),
];

/** The service ended the operation, and not with success. */
export function operationEnded(what: Text, progress: Extract<Progress, { state: 'failed' | 'canceled' }>, reply: ArmReply): ProblemError {
  const requestId = progress.error?.requestId ?? requestIdOf(reply);
  const told = serviceProblem(progress.error, what, requestId === undefined ? {} : { requestId });
  if (progress.state === 'canceled') return new ProblemError(canceled(what, told));
  return new ProblemError({
    ...told,
    code: 'operation-failed',
    ...(progress.error === undefined
      ? {
          message: say('{what} failed in Azure ({state}), without a reason.', '{what}は Azure で失敗しました ({state})。理由は示されていません。', {
            what,
            state: value(progress.word),
          }),
        }
      : {}),
  });
}

function canceled(what: Text, told: Problem): Problem {
  return {
    code: 'operation-canceled',
    owner: 'service',
    message: say('{what} was canceled in Azure, not by amltls.', '{what}は Azure 側で取り消されました (amltls による操作ではありません)。', { what }),
    next: [
      say(
        'Look in the activity log of the resource for who canceled it, then run the command again.',
        'リソースのアクティビティ ログで取り消した操作を確認し、もう一度コマンドを実行してください。',
      ),
    ],
    ...(told.service === undefined ? {} : { service: told.service }),
  };
}

/** The time of this wait is up; exit 3. */
export function operationTimeout(what: Text): ProblemError {
  return new ProblemError({
    code: 'operation-timeout',
    owner: 'service',
    exit: 3,
    message: say('{what} has not ended in time. It goes on in Azure.', '{what}は時間内に完了しませんでした。Azure 側では処理が続いています。', { what }),
    next: TAKE_UP,
  });
}

/** Nothing could be seen for a while; ends with what kept it from being seen. */
export function unobserved(what: Text, last: Problem): ProblemError {
  return new ProblemError({
    code: 'operation-unobserved',
    owner: last.owner,
    exit: last.exit ?? 1,
    message: say('{what} goes on in Azure, but cannot be watched now: {reason}', '{what}は Azure 側で続行中ですが、現在は状態を確認できません: {reason}', {
      what,
      reason: last.message,
    }),
    next: [...last.next, ...TAKE_UP],
    ...(last.service === undefined ? {} : { service: last.service }),
  });
}
