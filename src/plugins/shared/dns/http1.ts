import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { variables } from '../local/variables.ts';
import { judgedLookup } from './judged-lookup.ts';
import type { Send } from './udp.ts';

export const MEDIA_TYPE = 'application/dns-message';
const MOST_BYTES = 0xffff;

/** A query on its way. */
export interface Post {
  readonly url: string;
  readonly guarded?: boolean;
  readonly query: Buffer;
}

/** `age`: s that the answer has lain in a cache. */
export interface Answered {
  readonly body: Buffer;
  readonly age: number;
}

/** @throws Error of the transport, or with `status` where the answer is none of DNS */
export async function postOverHttp1({ url, guarded = false, query }: Post, signal: AbortSignal, send: Send): Promise<Answered> {
  const { Agent, request: begin } = await import('node:https');
  const agent = new Agent({ keepAlive: false, ALPNProtocols: ['http/1.1'], ...(guarded ? {} : { proxyEnv: variables }) });
  const request = begin(url, {
    agent,
    method: 'POST',
    signal,
    ...(guarded ? { lookup: judgedLookup } : {}),
    headers: headersOf(query),
  });
  request.on('error', () => undefined); // told where it is waited for
  const answered = once(request, 'response');
  answered.catch(() => undefined);
  await Promise.race([send(() => request.end(query)), answered]);
  const [response] = (await answered) as [IncomingMessage];
  try {
    return await readAnswer(response, response.statusCode, response.headers);
  } finally {
    request.destroy();
  }
}

export const headersOf = (query: Buffer) => ({ accept: MEDIA_TYPE, 'content-type': MEDIA_TYPE, 'content-length': query.length, 'user-agent': 'amltls' });

/** @throws Error with `status` where it is no answer of DNS */
export async function readAnswer(
  body: Readable,
  status: number | undefined,
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): Promise<Answered> {
  if (status !== 200 || !String(headers['content-type']).startsWith(MEDIA_TYPE))
    throw Object.assign(new Error(`HTTP ${status}`), { code: `HTTP ${status}`, status });
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MOST_BYTES) throw new Error('the answer is too long');
    chunks.push(chunk);
  }
  return { body: Buffer.concat(chunks), age: Number(headers['age'] ?? 0) || 0 };
}
