import type { Context } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { getWorkspace } from '../arm/resources.ts';
import { textOf } from '../web-service/fields.ts';
import { scopeOf } from '../web-service/scope.ts';

/** The workspace's region: where its computes are registered. @throws ProblemError `workspace-not-found`, `workspace-without-region` */
export async function workspaceLocation({ env, answers, signal }: Context): Promise<string> {
  const location = textOf((await getWorkspace(env.arm, answers, signal))['location']);
  if (location !== undefined) return location;
  throw new ProblemError({
    code: 'workspace-without-region',
    owner: 'service',
    message: say('Azure does not tell the region of the workspace {workspace}.', 'ワークスペース {workspace} のリージョンを Azure から取得できません。', {
      workspace: value(scopeOf(answers).workspace),
    }),
    next: [say('Look at it with {command}.', '{command} で確認してください。', { command: code('az ml workspace show') })],
  });
}
