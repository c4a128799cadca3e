import { getServers } from 'node:dns';
import { isIP } from 'node:net';
import type { DnsServer, Problem } from '../../../core/contracts/index.ts';
import { fail } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { addressPrivate } from '../net/address-private.ts';
import { isPublicAddress } from '../net/judge-address.ts';
import type { HostPort } from './udp.ts';

export const DNS_PORT = 53;
const MOST_SYSTEM = 3; // as resolv.conf(5) has it

/** `ADDRESS`, `ADDRESS:PORT`, `[V6]:PORT` → where to ask; undefined for anything else. */
export function parseHostPort(text: string): HostPort | undefined {
  if (isIP(text) !== 0) return { address: text, port: DNS_PORT };
  const [, bracketed, bare, digits] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const address = bracketed ?? bare ?? '';
  const port = digits === undefined ? DNS_PORT : Number(digits);
  const fits = bracketed === undefined ? isIP(address) === 4 : isIP(address) === 6;
  return fits && port > 0 && port < 0x10000 ? { address, port } : undefined;
}

/** The resolvers that the machine is set up with, as Node reads them. */
export function machineResolvers(): readonly string[] {
  return getServers();
}

/**
 * `system`, addresses and `https://` URLs → servers, each once.
 * @param guarded nothing but public addresses: the names come from a file that is not the user's own
 * @throws ProblemError `dns-resolver-invalid`, `dns-address-private`
 */
export function resolversNamed(names: readonly string[], system: () => readonly string[], guarded = false): readonly DnsServer[] {
  const servers = names.flatMap((name): readonly DnsServer[] => {
    if (name === 'system') return systemResolvers(system());
    const server = overHttps(name) ?? plain(name) ?? fail(invalid(name));
    if (guarded && isIP(server.address) !== 0 && !isPublicAddress(server.address)) fail(addressPrivate(name));
    return [server];
  });
  return servers.filter((server, at) => servers.findIndex((other) => sameServer(server, other)) === at);
}

const sameServer = (one: DnsServer, other: DnsServer) =>
  one.address === other.address && one.port === other.port && (one.overHttps === 'always') === (other.overHttps === 'always');

// Their certificates name the addresses: no name has to be resolved where port 53 is closed.
const ALSO_OVER_HTTPS: Readonly<Record<string, string>> = { '1.1.1.1': 'https://1.1.1.1/dns-query', '8.8.8.8': 'https://8.8.8.8/dns-query' };

function plain(name: string): DnsServer | undefined {
  const at = parseHostPort(name);
  if (at === undefined) return undefined;
  const url = at.port === DNS_PORT ? ALSO_OVER_HTTPS[at.address] : undefined;
  return { label: name, ...at, role: 'resolver', ...(url === undefined ? {} : { url, overHttps: 'fallback' }) };
}

function overHttps(name: string): DnsServer | undefined {
  const url = /^https:\/\//i.test(name) && URL.canParse(name) ? new URL(name) : undefined;
  if (url === undefined || url.username !== '' || url.password !== '' || url.hash !== '') return undefined;
  const address = url.hostname.replace(/^\[|\]$/gu, '');
  return { label: name, address, port: url.port === '' ? 443 : Number(url.port), role: 'resolver', url: url.href, overHttps: 'always' };
}

function systemResolvers(addresses: readonly string[]): readonly DnsServer[] {
  const known = addresses.flatMap((address) => parseHostPort(address) ?? []).slice(0, MOST_SYSTEM);
  return known.map((at) => ({ label: known.length === 1 ? 'system' : `system (${at.address})`, ...at, role: 'resolver' }));
}

function invalid(name: string): Problem {
  return {
    code: 'dns-resolver-invalid',
    owner: 'you',
    message: say('{name} is not a resolver that can be asked.', '{name} はリゾルバーとして指定できません。', { name: value(name) }),
    next: [
      say(
        'Set {key} to {system}, addresses with an optional port, or URLs of DNS over HTTPS: {example}',
        '{key} には {system}、アドレス (ポートは省略可)、または DNS over HTTPS の URL を指定してください: {example}',
        {
          key: code('dns.resolvers'),
          system: code('system'),
          example: code('system, 1.1.1.1, 10.0.0.53:5353, https://dns.google/dns-query'),
        },
      ),
    ],
  };
}
