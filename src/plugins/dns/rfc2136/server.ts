import { isIP } from 'node:net';
import type { Context, DnsRecord, DnsServer, RecordType } from '../../../core/contracts/index.ts';
import { checkFqdn } from '../../../core/domain/check-fqdn.ts';
import { fail } from '../../../core/problems/problem-error.ts';
import { code, say } from '../../../core/text/say.ts';
import { DNS_PORT, parseHostPort } from '../../shared/dns/servers.ts';
import { addressPrivate } from '../../shared/net/address-private.ts';
import { isLoopbackHost } from '../../shared/net/is-loopback.ts';
import { isPublicAddress } from '../../shared/net/judge-address.ts';
import { outsideClosed } from '../../shared/net/outside.ts';
import { textAnswer } from '../../shared/web-service/fields.ts';
import { noZone, serverInvalid } from './problems.ts';

/** `ns1.contoso.com`, `ns1.contoso.com:5353`; undefined for addresses and for what is no name. */
export function parseNamePort(text: string): { readonly host: string; readonly port?: number } | undefined {
  const [, name = '', digits] = /^([a-z0-9.-]+)(?::(\d{1,5}))?$/i.exec(text.trim()) ?? [];
  const checked = checkFqdn(name);
  if ('code' in checked) return undefined;
  return { host: checked.fqdn, ...(digits === undefined ? {} : { port: Number(digits) }) };
}

/** The server that takes the updates, by address. @throws ProblemError `rfc2136-server`, `dns-address-private`, `environment-closed` */
export async function serverOf({ answers, env, signal }: Context): Promise<DnsServer> {
  const text = textAnswer(answers, 'dns.server') ?? '';
  const at = parseHostPort(text) ?? (await byName(text));
  if (env.guarded === true && !isPublicAddress(at.address)) fail(addressPrivate(text));
  if (env.closed === true && !isLoopbackHost(at.address)) {
    const own = say(
      'Let the practice registrar write it, or name a server on this machine: {key}.',
      '練習用レジストラーを使うか、このコンピューター上のサーバーを指定してください: {key}',
      {
        key: code('dns.plugin=practice, dns.server=127.0.0.1:5353'),
      },
    );
    fail(outsideClosed(text, own));
  }
  return { label: text, ...at, role: 'authoritative' };

  async function byName(given: string) {
    const { host, port = DNS_PORT } = parseNamePort(given) ?? fail(serverInvalid(given));
    const addresses = await env.dns.lookup(host, signal);
    const address = addresses.find((each) => isIP(each) === 4) ?? addresses[0];
    return address === undefined ? fail(serverInvalid(given)) : { address, port };
  }
}

/** The zone around a name as the server itself has it. @throws ProblemError `rfc2136-no-zone`, `dns-unreachable` */
export async function zoneAt(server: DnsServer, name: string, { env, signal }: Context): Promise<string> {
  const reply = await env.dns.ask(server, { name, type: 'SOA' }, signal);
  const zone = reply.authoritative ? reply.soa?.zone : undefined;
  if (zone !== undefined) return zone;
  // An alias at the name hides the SOA.
  const above = name.slice(name.indexOf('.') + 1);
  return above === '' || above === name ? fail(noZone(name, server.label)) : await zoneAt(server, above, { env, signal } as Context);
}

/** What the server itself shows of a name and type. @throws ProblemError `dns-unreachable` */
export async function recordsAt(server: DnsServer, name: string, type: RecordType, { env, signal }: Context): Promise<readonly DnsRecord[]> {
  const { answers } = await env.dns.ask(server, { name, type }, signal);
  return answers.filter((record) => record.name === name && record.type === type);
}
