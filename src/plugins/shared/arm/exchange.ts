import type { PipelineResponse } from '@azure/core-rest-pipeline';
import type { ArmReply, ArmRequest, Json } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import type { SdkClient } from './client.ts';
import { answerLost, isUntrusted, networkProblem } from './network-problems.ts';
import { mayHaveArrived } from './retry.ts';

const JSON_TYPE = 'application/json';
// Asking twice costs nothing; the others change something.
const ONLY_LOOKS = new Set(['GET', 'DELETE', 'PATCH']);

/**
 * One request through the SDK's pipeline, its body as plain JSON: the typed model drops what it does not know (`renew`).
 * @throws ProblemError `network-unreachable`, `network-untrusted`, `answer-lost`, and what the credential throws
 */
export async function exchange(client: SdkClient, url: URL, request: ArmRequest, timeoutMs: number, signal: AbortSignal): Promise<ArmReply> {
  const message = client.rest.createPipelineRequest({
    url: url.href,
    method: request.method,
    headers: client.rest.createHttpHeaders({
      accept: JSON_TYPE,
      ...(request.body === undefined ? {} : { 'content-type': request.contentType ?? JSON_TYPE }),
      ...(request.ifMatch === undefined ? {} : { 'if-match': request.ifMatch }),
      ...(request.ifNoneMatch === undefined ? {} : { 'if-none-match': request.ifNoneMatch }),
    }),
    abortSignal: signal,
    timeout: timeoutMs,
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  });
  // A kept connection may be closed by the other side just as it is used again: no such doubt about a request that changes
  // something. Assigned, because `createPipelineRequest` drops `tlsSettings`.
  if (request.method !== 'GET') Object.assign(message, client.ownConnection);
  try {
    return reply(await client.sdk.sendRequest(message));
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ProblemError) throw error;
    // The SDK throws where a body is not the JSON that its header promised; the reply still says what happened.
    if (client.rest.isRestError(error) && error.response !== undefined) return reply(error.response);
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    // Never the SDK's own error: it holds the request with the private key, and the token.
    throw !ONLY_LOOKS.has(request.method) && mayHaveArrived(reason) && !isUntrusted(reason) ? answerLost(url, reason) : networkProblem(url, reason);
  }
}

function reply(response: PipelineResponse): ArmReply {
  return { status: response.status, headers: response.headers.toJSON(), body: parsed(response.bodyAsText) };
}

function parsed(text: string | null | undefined): Json {
  if (text === null || text === undefined || text === '') return null;
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as Json;
  } catch {
    return text;
  }
}

/** undefined for what is no failure of the network. */
function reasonOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'AbortError') return 'timeout';
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
