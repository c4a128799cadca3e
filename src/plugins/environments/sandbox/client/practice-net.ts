import { isIP } from 'node:net';
import * as z from 'zod';
import type { DnsClient, HttpClient, Layer, TlsClient } from '../../../../core/contracts/index.ts';
import { ProblemError } from '../../../../core/problems/problem-error.ts';
import { peekTls } from '../../../shared/net/peek-tls.ts';
import { probeHttp } from '../../../shared/net/probe-http.ts';
import type { Link } from './link.ts';

type Place = { readonly address: string; readonly port: number };
type Missing = { readonly seen: false; readonly layer: Layer; readonly reason: string };

const frontEnd = z.nullable(z.object({ port: z.number(), connect: z.string() }));

/** Looks at practice addresses: they are where the host says, and nothing outside this machine is ever looked at. */
export function practiceNet(link: Link, dns: DnsClient): { readonly tls: TlsClient; readonly http: HttpClient } {
  const rootsOf = createRoots();
  return {
    tls: {
      async peek(target, signal) {
        const address = await addressOf(target.address, dns, signal);
        if (typeof address !== 'string') return address;
        const place = await placeOf(link, address, target.port, signal);
        if ('seen' in place) return place;
        const peek = await peekTls({ ...target, ...place }, signal);
        return peek.seen ? { ...peek, address } : peek;
      },
      roots: async () => rootsOf(link.latest.caPem),
    },
    http: {
      async probe(url, options, signal) {
        const { hostname, port, protocol } = new URL(url);
        const address = await addressOf(options.address ?? hostname.replace(/^\[|\]$/gu, ''), dns, signal);
        if (typeof address !== 'string') return address;
        const wanted = port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
        const place = await placeOf(link, address, wanted, signal);
        return 'seen' in place ? place : await probeHttp(url, { ...options, ...place }, signal);
      },
    },
  };
}

/** The same array as long as it is the same CA: what is read from it can be kept. */
function createRoots(): (caPem: string) => readonly string[] {
  let roots: readonly string[] = [];
  return (caPem) => {
    if (roots[0] !== caPem) roots = [caPem];
    return roots;
  };
}

/** The first address that a client would try. */
async function addressOf(host: string, dns: DnsClient, signal: AbortSignal): Promise<string | Missing> {
  if (isIP(host) !== 0) return host;
  try {
    return (await dns.lookup(host, signal))[0] ?? { seen: false, layer: 'dns', reason: 'NXDOMAIN' };
  } catch (error) {
    if (error instanceof ProblemError) return { seen: false, layer: 'dns', reason: error.problem.code };
    throw error;
  }
}

async function placeOf(link: Link, address: string, port: number, signal: AbortSignal): Promise<Place | Missing> {
  if (address.startsWith('127.') || address === '::1') return { address, port };
  const path = `/front-end?ip=${encodeURIComponent(address)}`;
  const found = frontEnd.parse(await link.use(({ control }) => control.send('GET', path, undefined, signal), signal));
  if (found === null || found.port !== port) return { seen: false, layer: 'tcp', reason: 'ECONNREFUSED' };
  const colon = found.connect.lastIndexOf(':');
  return { address: found.connect.slice(0, colon), port: Number(found.connect.slice(colon + 1)) };
}
