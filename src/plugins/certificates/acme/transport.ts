import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context } from '../../../core/contracts/index.ts';
import { isUntrusted, networkProblem } from '../../shared/arm/network-problems.ts';
import { retryAfterMs } from '../../shared/arm/retry-after.ts';
import { isLoopback } from '../../shared/net/is-loopback.ts';
import { refuseOutside } from './outside.ts';

const TIMEOUT_MS = 30_000;
const RETRIES = 3;
const FIRST_PAUSE_MS = 1_000;
// Longer than this nobody waits without being told.
const LONGEST_SILENT_MS = 60_000;

export interface Request {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

export interface Reply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The way to one authority: proxies, its own CA, retries as RFC 8555 6.6 has them, on the environment's clock. */
export interface Transport {
  /** @throws ProblemError `network-unreachable`, `network-untrusted`, `environment-closed` */
  send(request: Request): Promise<Reply>;
  /** The last reply that was a refusal, for its words and its Retry-After. */
  refused: Reply | undefined;
}

/** Which transport the library's requests belong to: the library has one HTTP client for the whole process. */
export const transports = new AsyncLocalStorage<Transport>();

/** @param caPem whom to trust for the server, beside nobody else; undefined for what this machine trusts */
export async function openTransport({ env, signal }: Context, caPem: string | undefined): Promise<Transport> {
  const rest = await import('@azure/core-rest-pipeline');
  const client = rest.createDefaultHttpClient();
  const once = async ({ method, url, headers, body }: Request): Promise<Reply> => {
    const pipeline = rest.createEmptyPipeline();
    if (!isLoopback(url)) pipeline.addPolicy(rest.proxyPolicy());
    const request = rest.createPipelineRequest({
      url,
      method: method.toUpperCase() as 'GET',
      headers: rest.createHttpHeaders(headers),
      timeout: TIMEOUT_MS,
      abortSignal: signal,
      ...(body === undefined ? {} : { body }),
    });
    if (caPem !== undefined) request.tlsSettings = { ca: caPem };
    const response = await pipeline.sendRequest(client, request);
    return { status: response.status, headers: response.headers.toJSON(), body: response.bodyAsText ?? '' };
  };
  const transport: Transport = {
    refused: undefined,
    async send(request) {
      refuseOutside(request.url, env);
      for (let attempt = 0; ; attempt += 1) {
        const reply = await once(request).catch((error: unknown) => reasonOf(error));
        signal.throwIfAborted();
        if (typeof reply !== 'string' && reply.status >= 400 && !(attempt > 0 && isBadNonce(reply))) transport.refused = reply;
        const pause = pauseAfter(reply, FIRST_PAUSE_MS * 2 ** attempt, env.clock.now());
        if (pause === undefined || pause > LONGEST_SILENT_MS || attempt >= RETRIES) {
          if (typeof reply === 'string') throw networkProblem(new URL(request.url), reply);
          return reply;
        }
        await env.clock.sleep(pause, signal);
      }
    },
  };
  return transport;
}

// A request that is sent again brings the nonce of the first time: that it is used up is not what went wrong.
const isBadNonce = ({ body }: Reply): boolean => body.includes('urn:ietf:params:acme:error:badNonce');

/** ms to wait before the same request is sent again; undefined where that would not help. */
function pauseAfter(reply: Reply | string, backOff: number, now: number): number | undefined {
  if (typeof reply === 'string') return isUntrusted(reply) ? undefined : backOff;
  if (reply.status === 429) return retryAfterMs(reply.headers, now, LONGEST_SILENT_MS + 1);
  return reply.status >= 500 ? (retryAfterMs(reply.headers, now, LONGEST_SILENT_MS + 1) ?? backOff) : undefined;
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error && error.name === 'AbortError' ? 'timeout' : 'failed';
}
