import type { PipelineResponse, RestError, RetryInformation, RetryModifiers, RetryStrategy } from '@azure/core-rest-pipeline';
import { retryAfterMs } from './retry-after.ts';

/** Longer than this nobody waits without being told: the reply is returned, and a poll shows the wait. */
const LONGEST_SILENT_WAIT_MS = 60_000;
export const MAX_RETRIES = 4;

// Nothing of the request left this machine: any method may be repeated.
const NEVER_SENT = new Set(['ECONNREFUSED', 'EAI_AGAIN', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN']);
const BROKEN = new Set(['ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ERR_STREAM_PREMATURE_CLOSE', 'REQUEST_SEND_ERROR', 'EPROTO']);

/**
 * What the pipeline repeats by itself.
 *
 * 429, and 503 with Retry-After, say that nothing was done: repeated for every method. A reset or another 5xx may hide
 * that the request was taken: GET, DELETE and PATCH (we send `replace` operations) mean the same twice and are repeated;
 * for PUT `put.ts` looks first, since Azure ML refuses to create a compute twice; POST is left to the caller.
 */
export function armRetryStrategy(firstDelayMs: number, now: () => number): RetryStrategy {
  return {
    name: 'amltlsRetryStrategy',
    retry(information: RetryInformation): RetryModifiers {
      const backOff = firstDelayMs * 2 ** information.retryCount;
      const { response, responseError } = information;
      if (response !== undefined) return afterReply(response, backOff, now());
      if (responseError !== undefined) return afterError(responseError, backOff);
      return { skipStrategy: true };
    },
  };
}

function afterReply(response: PipelineResponse, backOff: number, now: number): RetryModifiers {
  const asked = retryAfterMs(response.headers.toJSON(), now);
  const nothingDone = response.status === 429 || (response.status === 503 && asked !== undefined);
  const repeat = nothingDone || (isUnsettled(response.status) && meansTheSameTwice(response.request.method));
  const pause = asked ?? backOff;
  return repeat && pause <= LONGEST_SILENT_WAIT_MS ? { retryAfterInMs: pause } : { skipStrategy: true };
}

function afterError(error: RestError, backOff: number): RetryModifiers {
  const code = error.code ?? '';
  const repeat = NEVER_SENT.has(code) || (BROKEN.has(code) && meansTheSameTwice(error.request?.method));
  return repeat ? { retryAfterInMs: backOff } : { skipStrategy: true };
}

/** A status that leaves open whether the request was carried out. */
export function isUnsettled(status: number): boolean {
  return status === 408 || (status >= 500 && status !== 501 && status !== 505);
}

function meansTheSameTwice(method: string | undefined): boolean {
  return method === 'GET' || method === 'DELETE' || method === 'PATCH';
}

/** True where the request may have reached the service although no answer came back. */
export function mayHaveArrived(code: string | undefined): boolean {
  return code === undefined || !NEVER_SENT.has(code);
}
