import type { DnsRecord, DnsReply, RecordType } from '../../contracts/index.ts';

/** Where a name leads within one reply: over its aliases to records, or to nothing. */
export interface Followed {
  /** The aliases on the way, first to last. */
  readonly aliases: readonly DnsRecord[];
  /** Where the way ends. */
  readonly end: string;
  readonly records: readonly DnsRecord[];
}

/** Follows the aliases of a reply from `name`; a loop ends where it closes. */
export function follow(answers: DnsReply['answers'], name: string, type: RecordType): Followed {
  const aliases: DnsRecord[] = [];
  const seen = new Set<string>();
  let end = name;
  while (!seen.has(end)) {
    seen.add(end);
    const at = end;
    const records = answers.filter((record) => record.name === at && record.type === type);
    const alias = answers.find((record) => record.name === at && record.type === 'CNAME');
    if (records.length > 0 || alias === undefined) return { aliases, end, records };
    aliases.push(alias);
    end = alias.data;
  }
  return { aliases, end, records: [] };
}
