import { once } from 'node:events';
import type { ClientHttp2Stream, IncomingHttpHeaders } from 'node:http2';
import type { Answered, Post } from './http1.ts';
import { headersOf, readAnswer } from './http1.ts';
import { judgedLookup } from './judged-lookup.ts';
import type { Send } from './udp.ts';

/** The same over HTTP/2, on a connection of its own and never by way of a proxy. @throws Error of the transport, or with `status` */
export async function postOverHttp2({ url, guarded = false, query }: Post, signal: AbortSignal, send: Send): Promise<Answered> {
  signal.throwIfAborted();
  const { connect } = await import('node:http2');
  const { origin, pathname, search } = new URL(url);
  const session = connect(origin, guarded ? { lookup: judgedLookup } : {});
  session.on('error', () => undefined); // told where it is waited for
  const onAbort = () => session.destroy(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    await once(session, 'connect');
    const stream = await new Promise<ClientHttp2Stream>((begun, reject) => {
      send(() => {
        const opened = session.request({ ':method': 'POST', ':path': `${pathname}${search}`, ...headersOf(query) });
        opened.end(query);
        begun(opened);
      }).catch(reject);
    });
    const [headers] = (await once(stream, 'response')) as [IncomingHttpHeaders & { readonly ':status'?: number }];
    return await readAnswer(stream, headers[':status'], headers);
  } finally {
    signal.removeEventListener('abort', onAbort);
    session.destroy();
  }
}
