import { getServers } from 'node:dns';
import { isIP } from 'node:net';
import type { DnsServer, Problem } from '../../../core/contracts/index.ts';
import { fail } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';
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
 * `system` and addresses → servers, each once.
 * @throws ProblemError `dns-resolver-invalid`
 */
export function resolversNamed(names: readonly string[], system: () => readonly string[]): readonly DnsServer[] {
  const servers = names.flatMap((name): readonly DnsServer[] => {
    if (name === 'system') return systemResolvers(system());
    const at = parseHostPort(name);
    return at === undefined ? fail(invalid(name)) : [{ label: name, ...at, role: 'resolver' }];
  });
  return servers.filter((server, at) => servers.findIndex((other) => other.address === server.address && other.port === server.port) === at);
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
        'Set {key} to {system} or addresses with an optional port: {example}',
        '{key} には {system} またはアドレス (ポートは省略可) を指定してください: {example}',
        {
          key: code('dns.resolvers'),
          system: code('system'),
          example: code('system, 1.1.1.1, 127.0.0.1:5353'),
        },
      ),
    ],
  };
}
