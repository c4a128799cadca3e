import { isIPv6 } from 'node:net';
import type { DnsRecord, RecordType } from '../../contracts/index.ts';
import { plainName } from '../../domain/dns-name.ts';

/** All records of one name and type: what DNS has to show, no more and no less. */
export interface RecordSet {
  readonly name: string;
  readonly type: RecordType;
  /** Comparable, see `comparable`. */
  readonly data: readonly string[];
  readonly records: readonly DnsRecord[];
}

export function recordSets(records: readonly DnsRecord[]): readonly RecordSet[] {
  const groups = Map.groupBy(records, ({ name, type }) => `${type} ${plainName(name)}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ name: plainName(first.name), type: first.type, data: comparableAll(group), records: group }];
  });
}

/** True where the same data is there, in whatever order. */
export function sameData(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((data, at) => data === other[at]);
}

export function comparableAll(records: readonly DnsRecord[]): readonly string[] {
  return [...new Set(records.map(comparable))].sort();
}

function comparable({ type, data }: DnsRecord): string {
  if (type === 'CNAME' || type === 'NS') return plainName(data);
  return type === 'AAAA' && isIPv6(data) ? new URL(`http://[${data}]`).hostname : data;
}
