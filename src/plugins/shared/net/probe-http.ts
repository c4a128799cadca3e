import { isIP } from 'node:net';
import type { HttpProbe, Layer } from '../../../core/contracts/index.ts';
import { LOOK_MS, unseen } from './reason.ts';
import { within } from './within.ts';

export interface ProbeOptions {
  /** Connected to instead of the URL's host, which stays Host and SNI. */
  readonly address?: string;
  /** Connected to instead of the URL's port. */
  readonly port?: number;
  /** Wall time, ms; default 10 s. */
  readonly timeoutMs?: number;
}

/**
 * One GET: no credentials, no redirect followed, no proxy, the certificate not judged, the body not read.
 * @returns rejects only with the reason of `signal`
 */
export async function probeHttp(url: string, options: ProbeOptions, signal: AbortSignal): Promise<HttpProbe> {
  signal.throwIfAborted();
  using limited = within(signal, options.timeoutMs ?? LOOK_MS);
  const limit = limited.signal;
  const target = new URL(url);
  const secure = target.protocol === 'https:';
  const host = target.hostname.replace(/^\[|\]$/gu, '');
  const connectTo = options.address ?? host;
  let layer: Layer = isIP(connectTo) === 0 ? 'dns' : 'tcp';
  // Loading node:http loads all of fetch with it: 20 ms that only a probe has to pay.
  const { request: send } = secure ? await import('node:https') : await import('node:http');
  return await new Promise<HttpProbe>((resolve, reject) => {
    const request = send({
      host: connectTo,
      port: options.port ?? (target.port === '' ? (secure ? 443 : 80) : Number(target.port)),
      path: `${target.pathname}${target.search}`,
      headers: { host: target.host, 'user-agent': 'amltls' },
      agent: false,
      signal: limit,
      ...(secure ? { rejectUnauthorized: false, servername: isIP(host) === 0 ? host : '' } : {}),
    });
    request.once('socket', (socket) => {
      socket.once('lookup', (error: Error | null) => {
        if (error === null) layer = 'tcp';
      });
      socket.once('connect', () => {
        layer = secure ? 'tls' : 'http';
      });
      socket.once('secureConnect', () => {
        layer = 'http';
      });
    });
    request.once('response', (response) => {
      resolve({ seen: true, status: response.statusCode ?? 0 });
      response.destroy();
    });
    request.on('error', (error) => {
      if (signal.aborted) reject(signal.reason);
      else resolve(unseen(limit.aborted ? new Error('timed out') : error, layer));
    });
    request.end();
  });
}
