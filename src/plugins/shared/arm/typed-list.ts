import type { AzureMachineLearningWorkspaces } from '@azure/arm-machinelearning';
import type { Json, Text } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { networkProblem } from './network-problems.ts';
import { armProblem } from './problems.ts';
import { notUnderstood } from './requests.ts';
import type { ArmClient } from './types.ts';

interface Scope {
  readonly subscriptionId: string;
  readonly what: Text;
}

type Listing<T> = (client: AzureMachineLearningWorkspaces, options: { readonly abortSignal: AbortSignal }) => Promise<T>;

/** A listing through Microsoft's typed client, its errors as Problems. A refused token is renewed once. */
export async function typedList<T>(arm: ArmClient, scope: Scope, signal: AbortSignal, list: Listing<T>): Promise<T> {
  const client = await arm.machineLearning(scope.subscriptionId);
  try {
    return await list(client, { abortSignal: signal });
  } catch (error) {
    signal.throwIfAborted();
    if (statusOf(error) !== 401) throw problem(error, arm.endpoint, scope.what);
    arm.forgetToken();
    return await list(client, { abortSignal: signal }).catch((again: unknown) => {
      signal.throwIfAborted();
      throw problem(again, arm.endpoint, scope.what);
    });
  }
}

function problem(error: unknown, endpoint: string, what: Text): Error {
  if (!(error instanceof Error) || error instanceof ProblemError) return error instanceof Error ? error : new Error('unknown');
  const status = statusOf(error);
  if (status !== undefined && status < 400) return new ProblemError(notUnderstood(what));
  if (status !== undefined) return new ProblemError(armProblem({ status, headers: headersOf(error), body: bodyOf(error) }, what));
  return networkProblem(new URL(endpoint), 'code' in error && typeof error.code === 'string' ? error.code : error.name);
}

function statusOf(error: unknown): number | undefined {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined;
}

interface SdkResponse {
  readonly bodyAsText?: string | null;
  readonly headers?: { toJSON(): Record<string, string> };
}

function responseOf(error: Error): SdkResponse {
  return 'response' in error && typeof error.response === 'object' && error.response !== null ? error.response : {};
}

const headersOf = (error: Error) => responseOf(error).headers?.toJSON() ?? {};

function bodyOf(error: Error): Json {
  const text = responseOf(error).bodyAsText ?? '';
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
