import { isIP } from 'node:net';
import type { Problem } from '../contracts/index.ts';
import { toALabel, toUnicode } from './a-label.ts';
import * as problems from './fqdn-problems.ts';

/** The same name twice: `fqdn` for machines (A-labels, lower case, no trailing dot), `unicode` for people. */
export interface Fqdn {
  readonly fqdn: string;
  readonly unicode: string;
}

const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;
const LONGEST_NAME = 253; // RFC 1035 3.1: 255 octets on the wire
const LONGEST_LABEL = 63;

/**
 * A host name that clients can call. A trailing dot and white space around it are forgiven; IDNs become A-labels.
 * Public suffixes are told apart by `checkNotPublicSuffix`.
 * @returns the name, or what is wrong: a Problem has a `code`
 */
export function checkFqdn(text: string): Fqdn | Problem {
  const given = text.trim();
  if (given === '') return problems.empty();
  if (isAddress(given) || endsInNumber(given.replace(/\.$/, ''))) return problems.address(given);
  if (/[/:@?#]/.test(given)) return problems.notOnlyAName(given, hostOfUrl(given));
  if (given.includes('*')) return problems.wildcard(given);
  const ascii = toALabel(given);
  if (ascii === undefined) return problems.letters(given);
  if (isAddress(ascii) || endsInNumber(ascii)) return problems.address(given);
  const labels = ascii.split('.');
  if (labels.includes('')) return problems.emptyLabel(given);
  const long = labels.find((label) => label.length > LONGEST_LABEL);
  if (long !== undefined || ascii.length > LONGEST_NAME) return problems.tooLong(given);
  const bad = labels.find((label) => !LABEL.test(label));
  if (bad !== undefined) return problems.label(given, bad);
  if (labels.length === 1) return problems.singleLabel(given);
  return { fqdn: ascii, unicode: toUnicode(ascii) };
}

/**
 * Nobody can hold `co.uk` or `azurewebsites.net` itself (publicsuffix.org, its private part too).
 * @param fqdn as `checkFqdn` gives it
 */
export async function checkNotPublicSuffix(fqdn: string): Promise<Problem | undefined> {
  const { getPublicSuffix } = await import('tldts');
  return getPublicSuffix(fqdn, { allowPrivateDomains: true }) === fqdn ? problems.publicSuffix(fqdn) : undefined;
}

// A client would take 127.1 or 0x7f.1 for an address too: the URL standard's "ends in a number".
function endsInNumber(name: string): boolean {
  return /^(?:\d+|0x[\da-f]*)$/.test(name.slice(name.lastIndexOf('.') + 1));
}

function isAddress(text: string): boolean {
  return isIP(text.replace(/^\[(.*)\]$/, '$1')) !== 0;
}

// The host that was meant, where a URL or host:port was pasted.
function hostOfUrl(text: string): string | undefined {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  const host = url === null ? undefined : checkFqdn(url.hostname);
  return host !== undefined && 'fqdn' in host ? host.unicode : undefined;
}
