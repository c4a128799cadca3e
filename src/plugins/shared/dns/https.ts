import { variables } from '../local/variables.ts';
import { type Answered, type Post, postOverHttp1 } from './http1.ts';
import type { Message } from './message.ts';
import { atOnce, type Send } from './udp.ts';

const PROXIES = ['HTTPS_PROXY', 'https_proxy'];
// How servers without HTTP/1.1 say so: no protocol in common (RFC 7301), or words in HTTP/1.1 that it is not spoken.
const NO_COMMON_PROTOCOL = /no.application.protocol/iu;
const OTHER_VERSION: readonly number[] = [400, 403, 426, 505];

/** Servers that have answered over HTTP/2 alone. */
const http2Only = new Set<string>();

/**
 * One query by POST (RFC 8484): over HTTP/1.1, by way of a proxy where the machine has one (Node 24); over HTTP/2 where the server has nothing else.
 * The certificate is checked, no redirect followed. TTLs come back aged by what a cache on the way says.
 * @param guarded only public addresses are connected to, and no proxy is asked to go elsewhere
 * @throws Error where no usable answer comes
 */
export async function overHttps(
  post: Omit<Post, 'query'>,
  query: Buffer,
  accept: (bytes: Buffer) => Message | undefined,
  signal: AbortSignal,
  send: Send = atOnce,
): Promise<Message> {
  const { body, age } = await exchangeOver({ ...post, query }, signal, send);
  const message = accept(body);
  if (message === undefined) throw new Error('the answer belongs to another question');
  return age === 0 ? message : aged(message, age);
}

async function exchangeOver(post: Post, signal: AbortSignal, send: Send): Promise<Answered> {
  const { origin } = new URL(post.url);
  const newer = async () => (await import('./http2.ts')).postOverHttp2(post, signal, send);
  if (http2Only.has(origin)) return await newer();
  try {
    return await postOverHttp1(post, signal, send);
  } catch (error) {
    // HTTP/2 goes past the proxy: where there is one, that is not wanted.
    const proxied = post.guarded !== true && PROXIES.some((name) => (variables[name] ?? '') !== '');
    if (signal.aborted || proxied || !wantsAnother(error)) throw error;
    const answered = await newer();
    http2Only.add(origin);
    return answered;
  }
}

function wantsAnother(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return NO_COMMON_PROTOCOL.test(error.message) || ('status' in error && OTHER_VERSION.includes(Number(error.status)));
}

function aged(message: Message, age: number): Message {
  const older = <T extends { readonly ttl?: number }>(record: T): T => (record.ttl === undefined ? record : { ...record, ttl: Math.max(0, record.ttl - age) });
  return {
    ...message,
    answers: message.answers.map(older),
    authorities: message.authorities.map(older),
    ...(message.soa === undefined ? {} : { soa: older(message.soa) }),
  };
}
