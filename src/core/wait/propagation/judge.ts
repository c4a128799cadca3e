import type { DnsReply, DnsVerdict } from '../../contracts/index.ts';
import { type Followed, follow } from './follow.ts';
import { comparableAll, type RecordSet, sameData } from './record-set.ts';

/** A reply held against what is wanted. `answer` as nslookup would show it. */
export interface Judged {
  readonly verdict: Exclude<DnsVerdict, 'not-asked' | 'old' | 'absence-remembered'>;
  readonly answer: string;
  /** An alias that leads out of what this server knows: whether it is right, its target has to say. */
  readonly pending?: string;
  /** s: how long a cache that said this goes on saying it. */
  readonly ttl?: number;
}

/**
 * Only answers are judged. A server that fails, refuses, or ought to be authoritative and is not, cannot tell.
 * @param chased where the pending alias of an earlier judgement led
 */
export function judge(reply: DnsReply, set: RecordSet, chased?: Followed): Judged {
  if (reply.rcode === 'REFUSED' || reply.rcode === 'NOTAUTH') return { verdict: 'refused', answer: reply.rcode };
  if (reply.rcode !== 'NOERROR' && reply.rcode !== 'NXDOMAIN') return { verdict: 'cannot-tell', answer: reply.rcode };
  const own = follow(reply.answers, set.name, set.type);
  const lame = reply.server.role === 'authoritative' && !reply.authoritative;
  if (lame) return { verdict: 'lame', answer: 'LAME' };
  const records = own.records.length > 0 ? own.records : (chased?.records ?? []);
  const way = [...own.aliases, ...(own.records.length > 0 ? [] : (chased?.aliases ?? []))];
  const arrow = way.map((alias) => `${alias.data} → `).join('');
  const ttl = lifeOf([...way, ...records]);
  if (records.length > 0) {
    const verdict = sameData(comparableAll(records), set.data) ? 'right' : 'wrong';
    return { verdict, answer: arrow + records.map((record) => record.data).join(', '), ...(ttl === undefined ? {} : { ttl }) };
  }
  const absence = reply.rcode === 'NXDOMAIN' ? 'NXDOMAIN' : 'NODATA';
  if (way.length === 0) return { verdict: 'absent', answer: absence, ...(reply.soa === undefined ? {} : { ttl: Math.min(reply.soa.ttl, reply.soa.minimum) }) };
  const pending = chased === undefined && reply.rcode === 'NOERROR' && reply.soa === undefined && reply.server.role === 'authoritative';
  return { verdict: 'wrong', answer: arrow + absence, ...(pending ? { pending: own.end } : {}), ...(ttl === undefined ? {} : { ttl }) };
}

function lifeOf(records: readonly { readonly ttl?: number }[]): number | undefined {
  const lives = records.flatMap(({ ttl }) => (ttl === undefined ? [] : [ttl]));
  return lives.length === 0 ? undefined : Math.min(...lives);
}
