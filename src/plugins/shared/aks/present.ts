import type { Context } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { profileCommand } from '../../../core/profile/profile-command.ts';
import { code, say, value } from '../../../core/text/say.ts';
import type { AksCompute } from './compute.ts';
import type { AksKind } from './kind.ts';
import { computeRequest } from './resource.ts';

/** The compute that the profile means, for work on one that is there. @throws ProblemError `aks-missing`, and where another cluster has its name */
export function present(found: AksCompute | undefined, kind: AksKind, context: Context): AksCompute {
  if (found === undefined) throw missing(computeRequest(context.answers).name, context);
  const unlike = kind.unlike(found, context);
  if (unlike !== undefined) throw new ProblemError(unlike);
  return found;
}

function missing(name: string, context: Context): ProblemError {
  return new ProblemError({
    code: 'aks-missing',
    owner: 'you',
    message: say('There is no compute {name} in the workspace.', 'ワークスペースにコンピューティング {name} はありません。', { name: value(name) }),
    next: [
      say('Check {key}, or make it first: {command}', '{key} を確認するか、先に作成してください: {command}', {
        key: code('target.computeName'),
        command: code(profileCommand('replay', context)),
      }),
    ],
  });
}
