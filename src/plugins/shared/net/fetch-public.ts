import { lookup } from 'node:dns/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './judge-address.ts';

export interface FetchOptions {
  readonly signal: AbortSignal;
  /** Whether an address may be connected to. Default: public ones. */
  readonly allowed?: (address: string) => boolean;
  /** Default: ports 80 and 443. */
  readonly allowedPort?: (port: number) => boolean;
  /** Default: the system's resolver. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
  /** Told why nothing comes. */
  readonly missed?: (why: Missed) => void;
}

/** `refused`: scheme, port or address are not those of a public place, and nothing was asked there. `failed`: anything else. */
export type Missed = 'refused' | 'failed';

const MAX_REDIRECTS = 2;
const MAX_BYTES = 64 * 1024;
const TIMEOUT_MS = 5_000;

/**
 * GET of a URL that a stranger wrote: http or https on ports 80 and 443, the address judged that is connected to, on every redirect anew;
 * two redirects, 64 KiB, five seconds altogether. No proxy is used: what it would connect to could not be judged.
 * @returns undefined for every way in which it does not come
 */
export async function fetchPublic(url: string, options: FetchOptions): Promise<Uint8Array | undefined> {
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(TIMEOUT_MS)]);
  try {
    let at = url;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      const got = await getOnce(at, { ...options, signal });
      if (got instanceof Uint8Array) return got;
      if (typeof got === 'string') return missed(got, options);
      at = new URL(got.redirect, at).href;
    }
    return missed('failed', options);
  } catch {
    options.signal.throwIfAborted();
    return missed('failed', options);
  }
}

function missed(why: Missed, options: FetchOptions): undefined {
  options.missed?.(why);
}

async function getOnce(url: string, options: FetchOptions): Promise<Uint8Array | { readonly redirect: string } | Missed> {
  const target = new URL(url);
  const secure = target.protocol === 'https:';
  const port = Number(target.port || (secure ? 443 : 80));
  const portAllowed = options.allowedPort ?? ((each: number) => each === 80 || each === 443);
  if ((!secure && target.protocol !== 'http:') || !portAllowed(port) || target.username !== '') return 'refused';
  const address = await addressOf(target.hostname.replace(/^\[(.*)\]$/u, '$1'), options);
  if (address === undefined) return 'refused';
  const answer = await send(target, address, options);
  const status = answer.statusCode ?? 0;
  if (status >= 300 && status < 400 && answer.headers.location !== undefined) {
    answer.destroy();
    return { redirect: answer.headers.location };
  }
  return (status === 200 ? await body(answer) : undefined) ?? 'failed';
}

// A name with one address that is not allowed is refused as a whole: which of them a second look would give is up to others.
async function addressOf(host: string, { allowed = isPublicAddress, resolve = resolved }: FetchOptions): Promise<string | undefined> {
  const addresses = isIP(host) === 0 ? await resolve(host) : [host];
  return addresses.every(allowed) ? addresses[0] : undefined;
}

async function resolved(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}

function send(target: URL, address: string, { signal, allowed = isPublicAddress }: FetchOptions): Promise<IncomingMessage> {
  // The address that was judged is the one that is connected to: nobody is asked a second time.
  const pinned: LookupFunction = (_host, { all }, done) =>
    all === true ? done(null, [{ address, family: isIP(address) }]) : done(null, address, isIP(address));
  const start = target.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((done, failed) => {
    const outgoing = start(target, { lookup: pinned, signal, agent: false, headers: { accept: 'application/pkix-cert, application/pkcs7-mime' } });
    outgoing.once('socket', (socket) => {
      socket.once('connect', () => {
        if (!allowed(socket.remoteAddress ?? '')) outgoing.destroy(new Error('address not allowed'));
      });
    });
    outgoing.once('response', done);
    outgoing.once('error', failed);
    outgoing.end();
  });
}

async function body(answer: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of answer as AsyncIterable<Uint8Array>) {
    total += chunk.length;
    if (total > MAX_BYTES) {
      answer.destroy();
      return undefined;
    }
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
