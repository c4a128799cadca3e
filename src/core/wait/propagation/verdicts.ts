import { isIPv4 } from 'node:net';
import type { DnsRecord, DnsRow, DnsVerdict } from '../../contracts/index.ts';
import type { Shown } from './look-at-set.ts';

/**
 * `right`: every server that can be reached shows exactly the records. `wrong`: one that can be reached does not.
 * `cannot-tell`: too few could be asked.
 */
export type Verdict = 'right' | 'wrong' | 'cannot-tell';

const SILENT: readonly DnsVerdict[] = ['unreachable', 'refused', 'lame', 'cannot-tell', 'not-asked'];

/** True where the server said something that counts. */
export function tells({ verdict }: Pick<DnsRow, 'verdict'>): boolean {
  return !SILENT.includes(verdict);
}

export function verdictOf(servers: readonly Shown[]): Verdict {
  const told = servers.filter(({ row }) => tells(row));
  if (told.length === 0) return 'cannot-tell';
  return told.every(({ row }) => row.verdict === 'right') ? 'right' : 'wrong';
}

export function together(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('wrong')) return 'wrong';
  return verdicts.length === 0 || verdicts.includes('cannot-tell') ? 'cannot-tell' : 'right';
}

/** Once the zone is right, a cache that says something else is only old. */
export function asCached(shown: Shown): Shown {
  const { row } = shown;
  if (row.role !== 'resolver' || row.until === undefined) return shown;
  if (row.verdict === 'wrong') return { ...shown, row: { ...row, verdict: 'old' } };
  return row.verdict === 'absent' ? { ...shown, row: { ...row, verdict: 'absence-remembered' } } : shown;
}

/** Records that lead into a private network only: inside they are right, and outside nobody needs to know them. */
export function isInternal(records: readonly DnsRecord[]): boolean {
  const addresses = records.filter(({ type }) => type === 'A');
  return addresses.length > 0 && addresses.length === records.length && addresses.every(({ data }) => isPrivateIPv4(data));
}

/** RFC 1918 and RFC 6598. */
export function isPrivateIPv4(address: string): boolean {
  return isIPv4(address) && /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/.test(address);
}
