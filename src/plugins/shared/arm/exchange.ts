import type { PipelineResponse } from '@azure/core-rest-pipeline';
import type { ArmReply, ArmRequest, Json } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import type { SdkClient } from './client.ts';
import { answerLost, networkProblem } from './network-problems.ts';
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
    headers: client.rest.createHttpHeaders({ accept: JSON_TYPE, ...(request.body === undefined ? {} : { 'content-type': request.contentType ?? JSON_TYPE }) }),
    abortSignal: signal,
    timeout: timeoutMs,
    // A kept connection may be closed by the other side just as it is used again: no doubt about a request that changes something.
    ...(request.method === 'GET' ? {} : client.ownConnection),
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  });
  try {
    return reply(await client.sdk.sendRequest(message));
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ProblemError) throw error;
    // The SDK throws where a body is not the JSON that its header promised; the reply still says what happened.
    if (client.rest.isRestError(error) && error.response !== undefined) return reply(error.response);
    // Never the SDK's own error: it holds the request with the private key, and the token.
    const reason = reasonOf(error);
    throw !ONLY_LOOKS.has(request.method) && mayHaveArrived(reason) && !isTlsRefusal(reason) ? answerLost(url, reason) : networkProblem(url, reason);
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

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'AbortError') return 'timeout';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

// The handshake failed: the request never went out.
function isTlsRefusal(reason: string): boolean {
  return /CERT|^ERR_TLS|^ERR_SSL|^EPROTO/.test(reason);
}
