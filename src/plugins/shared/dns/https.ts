import { variables } from '../local/variables.ts';
import { judgedLookup } from './judged-lookup.ts';
import type { Message } from './message.ts';

const MEDIA_TYPE = 'application/dns-message';
const MOST_BYTES = 0xffff;

/**
 * One query by POST (RFC 8484): the certificate is checked, no redirect followed, a proxy used where the machine has one (Node 24).
 * TTLs come back aged by what a cache on the way says.
 * @param guarded only public addresses are connected to, and no proxy is asked to go elsewhere
 * @throws Error where no usable answer comes
 */
export async function overHttps(
  { url, guarded = false }: { readonly url: string; readonly guarded?: boolean },
  query: Buffer,
  accept: (bytes: Buffer) => Message | undefined,
  signal: AbortSignal,
): Promise<Message> {
  const { Agent, request: send } = await import('node:https');
  const agent = new Agent({ keepAlive: false, ...(guarded ? {} : { proxyEnv: variables }) });
  const { body, age } = await new Promise<{ body: Buffer; age: number }>((resolve, reject) => {
    const request = send(url, {
      agent,
      method: 'POST',
      signal,
      ...(guarded ? { lookup: judgedLookup } : {}),
      headers: { accept: MEDIA_TYPE, 'content-type': MEDIA_TYPE, 'content-length': query.length, 'user-agent': 'amltls' },
    });
    request.once('error', reject);
    request.once('response', (response) => {
      if (response.statusCode !== 200 || !String(response.headers['content-type']).startsWith(MEDIA_TYPE)) {
        response.destroy();
        reject(Object.assign(new Error(`HTTP ${response.statusCode}`), { code: `HTTP ${response.statusCode}` }));
        return;
      }
      const chunks: Buffer[] = [];
      let length = 0;
      response.on('data', (chunk: Buffer) => {
        length += chunk.length;
        chunks.push(chunk);
        if (length > MOST_BYTES) response.destroy(new Error('the answer is too long'));
      });
      response.once('error', reject);
      response.once('end', () => resolve({ body: Buffer.concat(chunks), age: Number(response.headers.age ?? 0) || 0 }));
    });
    request.end(query);
  });
  const message = accept(body);
  if (message === undefined) throw new Error('the answer belongs to another question');
  return age === 0 ? message : aged(message, age);
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
