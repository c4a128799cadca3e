import { isIP } from 'node:net';
import { type Lifetime, type Limits, lifetime } from '../certificates/lifetime.ts';
import type { Environment, Finding } from '../contracts/index.ts';
import { lifetimeFinding, mismatchFinding, noAddress, oldProtocol, unreachable } from './findings.ts';
import { findingsOfPath } from './path-findings.ts';
import { lookAtServed, type Served } from './served.ts';

export interface CheckOptions extends Limits {
  readonly env: Environment;
  /** A-label name or IP address. */
  readonly host: string;
  readonly port: number;
  /** Where to connect; default: what the name resolves to. */
  readonly addresses?: readonly string[];
  /** Lower-case hex of SHA-256. */
  readonly expectedFingerprint?: string;
  /** PEM of further roots. */
  readonly trustPem?: string;
  readonly profile: string | undefined;
  readonly signal: AbortSignal;
}

/** One endpoint as `amltls check` reports it (cli.md, JSON), its findings apart. */
export interface CheckedEndpoint {
  readonly profile: string | null;
  readonly host: string;
  readonly addresses: readonly string[];
  readonly served: ServedView | null;
  readonly expected: { readonly fingerprintSha256: string } | null;
  readonly daysLeft: number | null;
}

export interface EndpointCheck {
  readonly endpoint: CheckedEndpoint;
  readonly findings: readonly Finding[];
}

export interface ServedView {
  readonly fingerprintSha256: string;
  readonly serial: string;
  readonly subject: string;
  readonly issuer: string;
  /** ISO 8601 */
  readonly notBefore: string;
  readonly notAfter: string;
  readonly protocol: string;
}

/** Looks from outside and changes nothing: resolution, every address, handshake, chain, name, dates, fingerprint. */
export async function checkEndpoint(options: CheckOptions): Promise<EndpointCheck> {
  const { env, host, port, signal } = options;
  const subject = port === 443 ? host : `${host}:${port}`;
  const addresses = options.addresses ?? (isIP(host) === 0 ? await env.dns.lookup(host, signal) : [host]);
  const servername = isIP(host) === 0 ? { servername: host } : {};
  const looks = await Promise.all(addresses.map((address) => lookAtServed(env, { address, port, ...servername }, signal)));
  const roots = [...(await env.tls.roots()), ...(options.trustPem === undefined ? [] : [options.trustPem])];
  const findings = [...(addresses.length === 0 ? [noAddress(subject)] : []), ...looks.flatMap((look) => judge(look, options, subject, roots))];
  const first = looks.find((look) => look.seen);
  const life = first?.seen === true ? lifeOf(first, options) : undefined;
  const endpoint: CheckedEndpoint = {
    profile: options.profile ?? null,
    host,
    addresses,
    served: first?.seen === true ? viewOf(first) : null,
    expected: options.expectedFingerprint === undefined ? null : { fingerprintSha256: options.expectedFingerprint },
    daysLeft: life?.daysLeft ?? null,
  };
  return { endpoint, findings: once(findings) };
}

function judge(look: Served, options: CheckOptions, subject: string, roots: readonly string[]): readonly Finding[] {
  if (!look.seen) return [unreachable(subject, look)];
  const at = options.env.clock.now();
  const life = lifeOf(look, options);
  return [
    ...findingsOfPath({ subject, chain: look.chain, roots, at, host: options.host }),
    ...(life.severity === 'ok' || life.daysLeft < 0 ? [] : [lifetimeFinding(subject, look.leaf, life)]),
    ...(/^TLSv1(\.1)?$/.test(look.protocol) ? [oldProtocol(subject, look.protocol)] : []),
    ...(options.expectedFingerprint === undefined || options.expectedFingerprint === look.leaf.fingerprintSha256 ? [] : [mismatchFinding(subject, look)]),
  ];
}

function lifeOf({ leaf }: Extract<Served, { seen: true }>, { env, warnDays, errorDays }: CheckOptions): Lifetime {
  return lifetime(leaf.notBefore, leaf.notAfter, env.clock.now(), {
    ...(warnDays === undefined ? {} : { warnDays }),
    ...(errorDays === undefined ? {} : { errorDays }),
  });
}

function viewOf({ leaf, protocol }: Extract<Served, { seen: true }>): ServedView {
  const { fingerprintSha256, serial, subject, issuer, notBefore, notAfter } = leaf;
  return { fingerprintSha256, serial, subject, issuer, notBefore, notAfter, protocol };
}

// Two addresses with the same fault are one thing to read; one that is unreachable is named by itself.
function once(findings: readonly Finding[]): readonly Finding[] {
  const key = (finding: Finding) => JSON.stringify([finding.code, finding.subject, finding.message]);
  return findings.filter((finding, at) => findings.findIndex((each) => key(each) === key(finding)) === at);
}
