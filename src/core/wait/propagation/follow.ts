import type { DnsRecord, DnsReply, RecordType } from '../../contracts/index.ts';
import { isWithin } from '../../domain/dns-name.ts';

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
    const alias = answers.find((record) => record.name === at && record.type === 'CNAME') ?? synthesized(answers, at);
    if (records.length > 0 || alias === undefined) return { aliases, end, records };
    aliases.push(alias);
    end = alias.data;
  }
  return { aliases, end, records: [] };
}

// A DNAME moves a whole tree; servers send the CNAME that follows from it along, old ones may not (RFC 6672 3.1).
function synthesized(answers: DnsReply['answers'], name: string): DnsRecord | undefined {
  const moved = answers.find((record) => record.type === 'DNAME' && record.name !== name && isWithin(name, record.name));
  if (moved === undefined) return undefined;
  return { ...moved, name, type: 'CNAME', data: `${name.slice(0, -moved.name.length)}${moved.data}` };
}
