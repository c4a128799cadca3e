import { isIP } from 'node:net';
import { type Lifetime, type Limits, lifetime } from '../certificates/lifetime.ts';
import type { Environment, Finding } from '../contracts/index.ts';
import { ProblemError } from '../problems/problem-error.ts';
import type { Met } from '../profile/profile-command.ts';
import { lookAround } from './around.ts';
import { addressesDiffer, lifetimeFinding, noAddress, noRoute, oldProtocol, unreachable } from './findings.ts';
import { type Fingerprints, findingsOfFingerprint } from './fingerprint-findings.ts';
import { findingsOfPath } from './path-findings.ts';
import { lookAtServed, type Served } from './served.ts';

export interface CheckOptions extends Limits, Fingerprints, Met {
  readonly env: Environment;
  /** A-label name or IP address. */
  readonly host: string;
  readonly port: number;
  /** Where to connect; default: what the name resolves to. */
  readonly addresses?: readonly string[];
  /** PEM of further roots. */
  readonly trustPem?: string;
  /** Also what else is open: old versions of TLS, http beside https. */
  readonly around?: boolean;
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

type Seen = Extract<Served, { seen: true }>;

/** Looks from outside and changes nothing: resolution, every address, handshake, chain, name, dates, fingerprint. Throws the signal's reason. */
export async function checkEndpoint(options: CheckOptions): Promise<EndpointCheck> {
  const { env, host, port, signal, expectedFingerprint, deployedFingerprint } = options;
  const subject = port === 443 ? host : `${host}:${port}`;
  const { addresses, findings: unresolved } = await resolved(options, subject);
  const servername = isIP(host) === 0 ? { servername: host } : {};
  const [looks, around] = await Promise.all([
    Promise.all(addresses.map((address) => lookAtServed(env, { address, port, ...servername }, signal))),
    options.around === true ? lookAround({ env, host, port, addresses, subject, signal }) : [],
  ]);
  const roots = await env.tls.roots();
  const seen = looks.filter((look) => look.seen);
  const findings = [
    ...unresolved,
    ...looks.flatMap((look) => (look.seen ? judge(look, options, subject, roots) : silent(look, options, subject, seen.length > 0))),
    ...(new Set(seen.map(({ leaf }) => leaf.fingerprintSha256)).size > 1 ? [addressesDiffer(subject)] : []),
    ...around,
  ];
  const [first] = seen;
  const expected = expectedFingerprint ?? deployedFingerprint;
  const endpoint: CheckedEndpoint = {
    profile: options.profile ?? null,
    host,
    addresses,
    served: first === undefined ? null : viewOf(first),
    expected: expected === undefined ? null : { fingerprintSha256: expected },
    daysLeft: first === undefined ? null : lifeOf(first, options).daysLeft,
  };
  return { endpoint, findings: once(findings) };
}

interface Resolved {
  readonly addresses: readonly string[];
  readonly findings: readonly Finding[];
}

async function resolved(options: CheckOptions, subject: string): Promise<Resolved> {
  const { env, host, signal, addresses: given } = options;
  if (given !== undefined || isIP(host) !== 0) return { addresses: given ?? [host], findings: [] };
  try {
    const addresses = await env.dns.lookup(host, signal);
    return { addresses: [...new Set(addresses)], findings: addresses.length === 0 ? [noAddress(subject, options)] : [] };
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    return { addresses: [], findings: [unreachable(subject, { address: host, layer: 'dns', reason: thrown.problem.code }, options)] };
  }
}

function judge(look: Seen, options: CheckOptions, subject: string, roots: readonly string[]): readonly Finding[] {
  const { env, host, trustPem } = options;
  const life = lifeOf(look, options);
  const trusted = trustPem === undefined ? [roots] : [roots, [trustPem]];
  return [
    ...findingsOfPath({ subject, chain: look.chain, trusted, at: env.clock.now(), host }),
    ...(life.severity === 'ok' || life.shareLeft < 0 ? [] : [lifetimeFinding(subject, look.leaf, life, options)]),
    ...(/^TLSv1(\.1)?$/.test(look.protocol) ? [oldProtocol(subject, look.protocol)] : []),
    ...findingsOfFingerprint(subject, look, options),
  ];
}

// A machine without IPv6 can say nothing of an IPv6 address, and `localhost` is whichever of its addresses answers.
function silent(look: Exclude<Served, Seen>, options: CheckOptions, subject: string, others: boolean): readonly Finding[] {
  if (!others) return [unreachable(subject, look, options)];
  if (options.host === 'localhost') return [];
  return [/\b(?:ENETUNREACH|EADDRNOTAVAIL|EAFNOSUPPORT)\b/.test(look.reason) ? noRoute(subject, look.address) : unreachable(subject, look, options)];
}

function lifeOf({ leaf }: Seen, { env, warnDays, errorDays }: CheckOptions): Lifetime {
  return lifetime(leaf.notBefore, leaf.notAfter, env.clock.now(), {
    ...(warnDays === undefined ? {} : { warnDays }),
    ...(errorDays === undefined ? {} : { errorDays }),
  });
}

function viewOf({ leaf, protocol }: Seen): ServedView {
  const { fingerprintSha256, serial, subject, issuer, notBefore, notAfter } = leaf;
  return { fingerprintSha256, serial, subject, issuer, notBefore, notAfter, protocol };
}

// Two addresses with the same fault are one thing to read; one that is unreachable is named by itself.
function once(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    // One that speaks old versions only says so once.
    const key = finding.code === 'tls-version-old' ? finding.code : JSON.stringify([finding.code, finding.subject, finding.message]);
    return !seen.has(key) && seen.add(key);
  });
}
