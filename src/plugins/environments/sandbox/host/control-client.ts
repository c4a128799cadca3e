import { Agent, request as httpsRequest } from 'node:https';
import { systemCode } from '../../../shared/local/file-problems.ts';
import { controlRefused } from './problems.ts';
import type { SandboxInfo } from './sandbox-file.ts';

/** Nobody answers at the control endpoint any more: the host has left. */
export class HostGone extends Error {}

export interface ControlClient {
  /** @throws HostGone; ProblemError `sandbox-refused` */
  send(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body: unknown, signal: AbortSignal): Promise<unknown>;
  close(): void;
}

const ANSWER_MS = 30_000;

/** @param caPem the practice CA: nobody else can pose as the host */
export function createControlClient(info: Pick<SandboxInfo, 'controlEndpoint' | 'token'>, caPem: string): ControlClient {
  const agent = new Agent({ keepAlive: true, ca: caPem });
  return {
    send: (method, path, body, signal) => exchange(new URL(path, info.controlEndpoint), { method, agent, token: info.token, body, signal }),
    close: () => agent.destroy(),
  };
}

interface Exchange {
  readonly method: string;
  readonly agent: Agent;
  readonly token: string;
  readonly body: unknown;
  readonly signal: AbortSignal;
}

async function exchange(url: URL, given: Exchange): Promise<unknown> {
  const { status, text } = await reply(url, given);
  // Another host may listen there by now, with another token.
  if (status === 401) throw new HostGone('another host');
  if (status !== 200) throw controlRefused(errorOf(text));
  return JSON.parse(text);
}

async function reply(url: URL, given: Exchange): Promise<{ readonly status: number; readonly text: string }> {
  const { method, agent, token, body, signal } = given;
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; text: string }>();
  const payload = body === undefined ? undefined : JSON.stringify(body);
  // Without a length node sends the body of a DELETE unframed, and the server sees none.
  const framing = payload === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) };
  const headers = { authorization: `Bearer ${token}`, ...framing };
  const outgoing = httpsRequest(url, { method, agent, signal, headers, timeout: ANSWER_MS }, (incoming) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('error', reject);
    incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }));
  });
  outgoing.on('timeout', () => outgoing.destroy(new Error('timeout')));
  outgoing.on('error', reject);
  outgoing.end(payload);
  return await promise.catch((error: unknown) => {
    signal.throwIfAborted();
    // An idle connection that the far end had closed already: the request never arrived.
    if (outgoing.reusedSocket && (systemCode(error) === 'ECONNRESET' || systemCode(error) === 'EPIPE')) return reply(url, given);
    throw new HostGone('control endpoint', { cause: error });
  });
}

function errorOf(text: string): string {
  try {
    return String(JSON.parse(text).error.message);
  } catch {
    return text;
  }
}
