import { isIPv6 } from 'node:net';
import type { DnsRow, DnsServer, DnsSplit, DnsView } from '../../contracts/index.ts';
import { isPrivateIPv4, tells } from './verdicts.ts';

/**
 * Whose clients a server answers for. Inside: the resolvers that this machine is set up with, and servers at addresses of a private network
 * (RFC 1918, RFC 6598, RFC 4193). An address on loopback says nothing: a forwarder stands there, or a tunnel.
 */
export function viewOf({ label, address, role }: Pick<DnsServer, 'label' | 'address' | 'role'>): DnsView {
  const own = role === 'resolver' && (label === 'system' || label.startsWith('system '));
  return own || isPrivateIPv4(address) || isUniqueLocal(address) ? 'inside' : 'outside';
}

/**
 * What is said inside and what outside, where that differs for good. A cache that only lags is no view of its own: it gives an old answer that
 * everybody could get, or remembers an absence.
 */
export function splitOf(rows: readonly DnsRow[]): DnsSplit | undefined {
  const settled = rows.filter((row) => tells(row) && !lags(row));
  for (const set of Map.groupBy(settled, ({ type, name }) => `${type} ${name}`).values()) {
    const inside = answersOf(set, 'inside');
    const outside = answersOf(set, 'outside');
    if (inside.length > 0 && outside.length > 0 && inside.some((answer) => !outside.includes(answer))) return { inside, outside };
  }
  return undefined;
}

/** The addresses at the end of a row's answer. */
export function endOf({ answer }: Pick<DnsRow, 'answer'>): readonly string[] {
  return (answer.split(' → ').at(-1) ?? '').split(', ').sort();
}

/** True where a private network answers. */
export function isPrivately(row: Pick<DnsRow, 'answer'>): boolean {
  return endOf(row).some(isPrivateIPv4);
}

function lags(row: DnsRow): boolean {
  return row.verdict === 'absence-remembered' || (row.verdict === 'old' && !isPrivately(row));
}

function answersOf(rows: readonly DnsRow[], view: DnsView): readonly string[] {
  const answers = rows.filter((row) => row.view === view).map((row) => endOf(row).join(', '));
  return [...new Set(answers.map((answer) => (answer === 'NODATA' ? 'NXDOMAIN' : answer)))].sort();
}

function isUniqueLocal(address: string): boolean {
  return isIPv6(address) && /^f[cd]/i.test(address);
}
