import type { Answers, Arm, JsonObject } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { say, value } from '../../../core/text/say.ts';
import { API, workspacePath, workspaceScope } from './paths.ts';
import { expectOk } from './problems.ts';
import { isObject, textOf } from './provisioning.ts';
import { getResource, notUnderstood } from './requests.ts';

const known = new WeakMap<Arm, Map<string, Promise<string>>>();

/**
 * Base URL of the workspace's model-management service, found by its discovery document as SDK v1 does (facts.md 3.1);
 * one look per sign-in and workspace. No api-version is sent below it.
 * @throws ProblemError `workspace-not-found`, and what the service answers
 */
export function mmsBase(arm: Arm, answers: Answers, signal: AbortSignal): Promise<string> {
  const path = workspacePath(answers);
  const bases = known.get(arm) ?? new Map<string, Promise<string>>();
  known.set(arm, bases);
  const found = bases.get(path) ?? discover(arm, path, workspaceScope(answers).workspace, signal);
  bases.set(path, found);
  // A failure is not kept: the next caller looks again.
  found.catch(() => bases.delete(path));
  return found;
}

/** The workspace's resource. @throws ProblemError `workspace-not-found` */
export async function getWorkspace(arm: Arm, answers: Answers, signal: AbortSignal): Promise<JsonObject> {
  return requireWorkspace(arm, workspacePath(answers), workspaceScope(answers).workspace, signal);
}

async function requireWorkspace(arm: Arm, path: string, name: string, signal: AbortSignal): Promise<JsonObject> {
  const what = say('Reading the workspace {name}', 'ワークスペース {name} の読み取り', { name: value(name) });
  const workspace = await getResource(arm, { path, apiVersion: API.workspace, what }, signal);
  if (workspace !== undefined) return workspace;
  throw new ProblemError({
    code: 'workspace-not-found',
    owner: 'you',
    exit: 1,
    message: say('There is no workspace {name} in this resource group.', 'このリソース グループにワークスペース {name} はありません。', { name: value(name) }),
    next: [
      say(
        'Check subscription, resource group and workspace in the profile, and the cloud (--env).',
        'プロファイルのサブスクリプション、リソース グループ、ワークスペースと、クラウド (--env) を確認してください。',
      ),
    ],
  });
}

async function discover(arm: Arm, path: string, name: string, signal: AbortSignal): Promise<string> {
  const what = say('Finding the services of the workspace {name}', 'ワークスペース {name} のサービスの検出', { name: value(name) });
  const { properties } = await requireWorkspace(arm, path, name, signal);
  const discoveryUrl = isObject(properties) ? textOf(properties['discoveryUrl']) : undefined;
  if (discoveryUrl === undefined) throw new ProblemError(notUnderstood(what));
  const { body } = expectOk(await arm.send({ method: 'GET', path: discoveryUrl }, signal), what);
  const host = isObject(body) ? (textOf(body['api']) ?? textOf(body['modelmanagement'])) : undefined;
  if (host === undefined) throw new ProblemError(notUnderstood(what));
  return `${host.replace(/\/+$/, '')}/modelmanagement/v1.0${path}`;
}
