import type { DnsRecord, RecordType } from '../../../../core/contracts/index.ts';
import { exchange } from '../../../shared/dns/exchange.ts';
import type { HostPort } from '../../../shared/dns/udp.ts';
import { failure, type Response } from './authoritative-answer.ts';
import type { Cache, Remembered } from './cache.ts';

const MOST_ALIASES = 8;

/** What a caching resolver says: from memory where it can, else from upstream, following aliases. Outside the upstream's zones nothing exists. */
export async function resolve(name: string, type: RecordType, cache: Cache, upstream: HostPort, signal: AbortSignal): Promise<Response> {
  const answers: DnsRecord[] = [];
  let at = name;
  for (let hop = 0; hop <= MOST_ALIASES; hop += 1) {
    const known = recall(cache, at, type) ?? (await learn(cache, at, type, upstream, signal));
    if (known === 'unknown') return { ...failure('NXDOMAIN'), answers };
    if (known === 'failed') return failure('SERVFAIL');
    if (known.kind === 'absent') return { ...failure(known.rcode), answers, authorities: [known.soa] };
    answers.push(...known.records);
    const alias = known.records.find((record) => record.type === 'CNAME');
    if (type === 'CNAME' || alias === undefined) return { ...failure('NOERROR'), answers };
    at = alias.data;
  }
  return failure('SERVFAIL');
}

function recall(cache: Cache, name: string, type: RecordType): Remembered | undefined {
  return cache.get(name, type) ?? cache.get(name, 'CNAME');
}

async function learn(cache: Cache, name: string, type: RecordType, upstream: HostPort, signal: AbortSignal): Promise<Remembered | 'unknown' | 'failed'> {
  // Both belong to this world: nobody is spared by asking slowly.
  const reply = await exchange({ ...upstream, own: true }, { name, type }, false, signal);
  if (reply.rcode === 'REFUSED') return 'unknown';
  if (reply.rcode !== 'NOERROR' && reply.rcode !== 'NXDOMAIN') return 'failed';
  cache.keep(reply.answers);
  const own = reply.answers.filter((record) => record.name === name && (record.type === type || record.type === 'CNAME'));
  if (own.length > 0) return { kind: 'records', records: own };
  const soa = reply.authorities.find((record) => record.type === 'SOA');
  // Without a SOA nothing may be remembered; no error is a referral then, and the upstream is all there is.
  if (soa === undefined) return reply.rcode === 'NXDOMAIN' ? 'unknown' : 'failed';
  cache.keepAbsence(name, type, reply.rcode, soa);
  return { kind: 'absent', rcode: reply.rcode, soa };
}
