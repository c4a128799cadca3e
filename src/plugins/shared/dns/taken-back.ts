import type { DnsRecord } from '../../../core/contracts/index.ts';
import { comparableAll, type RecordSet } from '../../../core/wait/propagation/record-set.ts';

/** What a set, and the alias it may have replaced, are to hold once it has been taken back. */
export interface TakenBack {
  /** Of the set's own type: what others put there, and what stood there before. */
  readonly own: readonly DnsRecord[];
  /** A CNAME that stood in its place. */
  readonly alias: readonly DnsRecord[];
}

/** undefined where none of the records stands any more: there is nothing to take back. */
export function takenBack(set: RecordSet, held: readonly DnsRecord[], before: readonly DnsRecord[]): TakenBack | undefined {
  const others = held.filter((record) => !comparableAll([record]).every((data) => set.data.includes(data)));
  if (others.length === held.length) return undefined;
  const earlier = before.filter((record) => record.name === set.name);
  const known = comparableAll(others);
  const own = [...others, ...earlier.filter((record) => record.type === set.type && !comparableAll([record]).every((data) => known.includes(data)))];
  return { own, alias: own.length > 0 || set.type === 'CNAME' ? [] : earlier.filter((record) => record.type === 'CNAME') };
}
