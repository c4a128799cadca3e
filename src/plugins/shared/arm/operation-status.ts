import type { ArmReply, Json } from '../../../core/contracts/index.ts';
import { isObject, isRunning, isSuccess, provisioningState, textOf } from './provisioning.ts';
import { readServiceError, type ServiceError } from './service-error.ts';

/**
 * Where an operation can be watched, and how its answers are to be read. `status`: a document with the state in it;
 * `location`: 202 while it runs, anything else when done; `resource`: by its provisioningState.
 */
export interface Watch {
  readonly url: string;
  readonly kind: 'status' | 'location' | 'resource';
}

export type Progress =
  | { readonly state: 'running'; readonly word?: string }
  | { readonly state: 'succeeded' }
  | { readonly state: 'failed' | 'canceled'; readonly word: string; readonly error?: ServiceError };

/**
 * What a reply says to watch; undefined where the work is already done.
 * @param mms base of the model-management service: its operations are looked at below it, whatever host the header names
 * @param resource the resource itself, for a reply that names no operation
 */
export function watchOf(reply: ArmReply, mms: string | undefined, resource: string | undefined): Watch | undefined {
  const { headers, body } = reply;
  const asyncOperation = headers['azure-asyncoperation'];
  if (asyncOperation !== undefined) return { url: asyncOperation, kind: 'status' };
  const operationId = lastSegment(headers['operation-location']) ?? (mms === undefined || !isObject(body) ? undefined : textOf(body['operationId']));
  if (operationId !== undefined && mms !== undefined) return { url: `${mms}/operations/${encodeURIComponent(operationId)}`, kind: 'status' };
  if (headers['operation-location'] !== undefined) return { url: headers['operation-location'], kind: 'status' };
  const location = headers['location'];
  if (location !== undefined && (reply.status === 202 || reply.status === 201)) return { url: location, kind: 'location' };
  const unfinished = reply.status === 202 || isRunning(provisioningState(body));
  return unfinished && resource !== undefined ? { url: resource, kind: 'resource' } : undefined;
}

/** What a look says; undefined where the reply says nothing about the operation. */
export function progressOf(watch: Watch, reply: ArmReply): Progress | undefined {
  const { body, status } = reply;
  if (watch.kind === 'location' && isRefusal(status)) return { state: 'failed', word: `HTTP ${status}`, ...optionalError(readServiceError(body)) };
  if (status >= 400 || typeof body === 'string') return undefined;
  if (watch.kind === 'resource') return isObject(body) ? (ended(provisioningState(body), body) ?? { state: 'succeeded' }) : undefined;
  const word = statusWord(body);
  if (status === 202) return running(word);
  const told = ended(word ?? provisioningState(body), body);
  return told ?? (watch.kind === 'location' ? { state: 'succeeded' } : undefined);
}

function ended(word: string | undefined, body: Json): Progress | undefined {
  if (word === undefined) return undefined;
  if (isRunning(word)) return running(word);
  if (isSuccess(word)) return { state: 'succeeded' };
  return { state: word.toLowerCase().startsWith('cancel') ? 'canceled' : 'failed', word, ...optionalError(errorIn(body)) };
}

// A Location answers with the result of the operation itself, which may be a refusal.
const ABOUT_THE_LOOK = new Set([401, 403, 404, 408, 410, 429]);
const isRefusal = (status: number) => status >= 400 && status < 500 && !ABOUT_THE_LOOK.has(status);

const optionalError = (error: ServiceError | undefined) => (error === undefined ? {} : { error });

function running(word: string | undefined): Progress {
  return word === undefined ? { state: 'running' } : { state: 'running', word };
}

function statusWord(body: Json): string | undefined {
  return isObject(body) ? (textOf(body['status']) ?? textOf(body['state'])) : undefined;
}

function errorIn(body: Json): ServiceError | undefined {
  if (!isObject(body)) return undefined;
  const properties = body['properties'];
  return readServiceError(body['error'] ?? (isObject(properties) ? (properties['provisioningErrors'] ?? properties['error']) : undefined));
}

function lastSegment(url: string | undefined): string | undefined {
  return url?.split(/[?#]/)[0]?.split('/').filter(Boolean).at(-1);
}
