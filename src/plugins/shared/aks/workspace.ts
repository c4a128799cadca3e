import type { Context } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { getResource, workspacePath } from '../arm/resources.ts';
import { objectOf, textOf } from '../web-service/fields.ts';
import { scopeOf } from '../web-service/scope.ts';
import { computeRequest } from './resource.ts';

/** The workspace's region: where its computes are registered. @throws ProblemError `workspace-not-found` */
export async function workspaceLocation({ env, answers, signal }: Context): Promise<string> {
  const { apiVersion } = computeRequest(answers);
  const workspace = await getResource(env.arm, { path: workspacePath(answers), apiVersion }, signal);
  const location = textOf(objectOf(workspace)['location']);
  if (location !== undefined) return location;
  const scope = scopeOf(answers);
  throw new ProblemError({
    code: 'workspace-not-found',
    owner: 'you',
    message: say('There is no workspace {workspace} in the resource group {group}.', 'リソース グループ {group} にワークスペース {workspace} はありません。', {
      workspace: value(scope.workspace),
      group: value(scope.resourceGroup),
    }),
    next: [
      say('Check {keys}, and the cloud: {environment}.', '{keys} とクラウド ({environment}) を確認してください。', {
        keys: code('azure.subscriptionId, azure.resourceGroup, azure.workspace'),
        environment: code(env.id),
      }),
    ],
  });
}
