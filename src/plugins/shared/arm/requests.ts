import type { Arm, Json, JsonObject, Problem, Text } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { say, value } from '../../../core/text/say.ts';
import { expectOk } from './problems.ts';
import { isObject, textOf } from './provisioning.ts';
import { flattened, readServiceError } from './service-error.ts';

export interface Asked {
  readonly path: string;
  readonly apiVersion?: string;
  /** A noun, for the problem: `say('Reading the compute aks1', 'コンピューティング aks1 の読み取り')`; default: reading the path. */
  readonly what?: Text;
}

const MAX_PAGES = 500;
const PARENT_MISSING = new Set(['SubscriptionNotFound', 'InvalidSubscriptionId', 'ResourceGroupNotFound', 'ParentResourceNotFound']);

/**
 * A resource as it is; undefined where it does not exist although all that is around it does.
 * @throws ProblemError where the subscription, group or workspace is missing, or reading is refused
 */
export async function getResource(arm: Arm, { path, apiVersion, what = reading(path) }: Asked, signal: AbortSignal): Promise<JsonObject | undefined> {
  const reply = await arm.send({ method: 'GET', path, ...(apiVersion === undefined ? {} : { apiVersion }) }, signal);
  if (reply.status === 404 && !isParentMissing(reply.body, path)) return undefined;
  const { body } = expectOk(reply, what);
  if (isObject(body)) return body;
  throw new ProblemError(notUnderstood(what));
}

/** Every page of a listing. */
export async function listAll(arm: Arm, { path, apiVersion, what = reading(path) }: Asked, signal: AbortSignal): Promise<readonly JsonObject[]> {
  const items: JsonObject[] = [];
  const visited = new Set<string>();
  for (let next: string | undefined = path; next !== undefined && !visited.has(next); ) {
    if (visited.size >= MAX_PAGES) throw new ProblemError(notUnderstood(what));
    visited.add(next);
    const reply = await arm.send({ method: 'GET', path: next, ...(apiVersion === undefined ? {} : { apiVersion }) }, signal);
    const { body } = expectOk(reply, what);
    if (!isObject(body) || !Array.isArray(body['value'])) throw new ProblemError(notUnderstood(what));
    items.push(...body['value'].filter(isObject));
    next = textOf(body['nextLink']);
  }
  return items;
}

const reading = (path: string) => say('Reading {path}', '{path} の読み取り', { path: value(path) });

/** True where a 404 is not about the resource itself: "create it" would be the wrong conclusion. */
function isParentMissing(body: Json, path: string): boolean {
  const error = readServiceError(body);
  if (error === undefined) return false;
  return [...flattened(error)].some((each) => PARENT_MISSING.has(each.code ?? '') || namesAncestor(each.message, path));
}

// "The Resource 'Microsoft.MachineLearningServices/workspaces/ws' under resource group 'rg' was not found."
function namesAncestor(message: string | undefined, path: string): boolean {
  const named = /Resource '([^']+\/[^']+)'/i.exec(message ?? '')?.[1];
  const asked = path
    .split(/[?#]/)[0]
    ?.split(/\/providers\//i)
    .at(-1);
  if (named === undefined || asked === undefined) return false;
  return asked.toLowerCase().startsWith(`${decoded(named).toLowerCase()}/`);
}

const decoded = (text: string) => text.replace(/^.*\/providers\//i, '');

/** An answer came, but not the service's. */
export function notUnderstood(what: Text): Problem {
  return {
    code: 'answer-not-understood',
    owner: 'service',
    message: say('{what} failed: the answer is not what this service sends.', '{what}に失敗しました。応答の形式がこのサービスのものではありません。', { what }),
    next: [
      say(
        'Check {endpoint} and the proxy: something else may have answered.',
        '{endpoint} とプロキシを確認してください。別のものが応答している可能性があります。',
        {
          endpoint: value('--env'),
        },
      ),
    ],
  };
}
