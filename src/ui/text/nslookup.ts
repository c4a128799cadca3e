import type { DnsRow } from '../../core/contracts/index.ts';
import { visible } from '../../core/text/visible.ts';

const ARROW = ' → ';

/** What `nslookup NAME SERVER` would have printed, so that the page's instructions are recognised; in nslookup's own words in every language. */
export function nslookupLines({ server, address = '', role, answer, name = '', type = 'A', verdict }: DnsRow): readonly string[] {
  const at = address.replace(/:(\d+)$/, '#$1');
  const head = [`> nslookup${type === 'A' ? '' : ` -type=${type}`} ${name} ${plainServer(server)}`];
  if (verdict === 'not-asked') return [];
  if (verdict === 'unreachable') return [...head, ';; connection timed out; no servers could be reached', ''].map(visible);
  return [
    ...head,
    `Server:   ${plainServer(server)}`,
    `Address:  ${at}`,
    '',
    ...(role === 'resolver' ? ['Non-authoritative answer:'] : []),
    ...answerLines(name, answer, type),
    '',
  ].map(visible);
}

function answerLines(name: string, answer: string, type: string): readonly string[] {
  const way = answer.split(ARROW);
  const end = way.at(-1) ?? '';
  const aliases = way.slice(0, -1);
  const owner = aliases.at(-1) ?? name;
  const chain = aliases.map((target, at) => `${at === 0 ? name : aliases[at - 1]}  canonical name = ${target}.`);
  if (end === 'NODATA') return [...chain, `*** Can't find ${owner}: No answer`];
  if (end === 'LAME') return [...chain, `*** Can't find ${owner}: No authoritative answer`];
  if (/^[A-Z]+$/.test(end)) return [...chain, `** server can't find ${owner}: ${end}`];
  if (type !== 'A' && type !== 'AAAA') return [...chain, ...end.split(', ').map((data) => `${owner}  ${type.toLowerCase()} = ${data}`)];
  return [...chain, ...end.split(', ').flatMap((data) => [`Name:     ${owner}`, `Address:  ${data}`])];
}

// With several record sets a row's label carries what was asked for.
const plainServer = (server: string) => (server.startsWith('system') ? server : (server.split(' ')[0] ?? server));
