import { isIP, isIPv6 } from 'node:net';
import type { Environment, Finding } from '../contracts/index.ts';
import { httpOpen, oldAccepted } from './findings.ts';

export interface Around {
  readonly env: Environment;
  readonly host: string;
  readonly port: number;
  readonly addresses: readonly string[];
  readonly subject: string;
  readonly signal: AbortSignal;
}

// A closed port 80 often drops what arrives: nobody waits ten seconds for the answer "nothing there".
const HTTP_MS = 3_000;

/** What a client does not need and an attacker may use: TLS 1.0 and 1.1, and http where https is on its own port. */
export async function lookAround(around: Around): Promise<readonly Finding[]> {
  const found = await Promise.all(around.addresses.flatMap((address) => [speaksOld(address, around), answersHttp(address, around)]));
  return found.filter((finding) => finding !== undefined);
}

async function speaksOld(address: string, { env, host, port, subject, signal }: Around): Promise<Finding | undefined> {
  const servername = isIP(host) === 0 ? { servername: host } : {};
  const peek = await env.tls.peek({ address, port, ...servername, maxVersion: 'TLSv1.1' }, signal);
  return peek.seen ? oldAccepted(subject, peek.protocol) : undefined;
}

// A redirect sends nobody's data; any other answer means that what a client sent in clear was taken.
async function answersHttp(address: string, { env, host, port, signal }: Around): Promise<Finding | undefined> {
  if (port !== 443) return undefined;
  const probe = await env.http.probe(`http://${isIPv6(host) ? `[${host}]` : host}/`, { address, timeoutMs: HTTP_MS }, signal);
  return probe.seen && (probe.status < 300 || probe.status >= 400) ? httpOpen(host) : undefined;
}
