import type { Json } from '../../../../core/contracts/index.ts';
import type { HttpFault } from '../state/fault.ts';
import { AzureError } from '../world/azure-error.ts';
import type { Answer } from './call.ts';
import type { Plane } from './route.ts';

/** The resource manager wraps its errors in `error`, the data plane does not (facts.md 8). */
export function errorAnswer(error: AzureError, plane: Plane, requestId: string): Answer {
  const details: Json = error.details.map(({ code, message }) => ({ code, message }));
  const some = error.details.length > 0 ? { details } : {};
  if (plane === 'arm') return { status: error.status, body: { error: { code: error.code, message: error.message, ...some } } };
  const correlation = { RequestId: requestId };
  return { status: error.status, body: { code: error.code, statusCode: error.status, message: error.message, ...some, correlation } };
}

const FAULT_CODES: Readonly<Record<number, string>> = {
  401: 'ExpiredAuthenticationToken',
  403: 'AuthorizationFailed',
  404: 'ResourceNotFound',
  409: 'Conflict',
  429: 'TooManyRequests',
};

/** What a fault answers instead of the service. */
export function faultAnswer(fault: HttpFault, status: number, plane: Plane): Answer {
  const error = new AzureError(status, FAULT_CODES[status] ?? 'InternalServerError', 'A fault of the practice Azure.');
  const { body } = errorAnswer(error, plane, 'fault');
  return { status, headers: fault.headers ?? {}, body: fault.body ?? body ?? null };
}
