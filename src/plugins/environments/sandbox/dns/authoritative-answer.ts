import type { DnsRecord, RecordType } from '../../../../core/contracts/index.ts';
import { isWithin, parentOf } from '../../../../core/domain/dns-name.ts';
import { recordsOf, soaOf, type ZoneData } from './zone-data.ts';

/** The sections of a response. */
export interface Response {
  readonly rcode: 'NOERROR' | 'NXDOMAIN' | 'SERVFAIL' | 'REFUSED' | 'FORMERR' | 'NOTIMP';
  readonly authoritative: boolean;
  readonly answers: readonly DnsRecord[];
  readonly authorities: readonly DnsRecord[];
  readonly additionals: readonly DnsRecord[];
}

const MOST_ALIASES = 8;

export function failure(rcode: Response['rcode'], authoritative = false): Response {
  return { rcode, authoritative, answers: [], authorities: [], additionals: [] };
}

/** What an authoritative server for these zones says (RFC 1034 4.3.2): data, alias chain, referral, absence with the SOA, REFUSED elsewhere. */
export function answerFrom(zones: readonly ZoneData[], name: string, type: RecordType): Response {
  const answers: DnsRecord[] = [];
  const seen = new Set<string>();
  let at = name;
  for (;;) {
    const zone = closest(zones, at);
    if (zone === undefined) return answers.length === 0 ? failure('REFUSED') : { ...failure('NOERROR', true), answers };
    const records = recordsOf(zone);
    const delegation = delegationTo(zone, records, at);
    if (delegation !== undefined) return answers.length === 0 ? delegation : { ...failure('NOERROR', true), answers };
    const here = at;
    const found = nodeOf(records, here);
    if (found === undefined) return { ...failure('NXDOMAIN', true), answers, authorities: [negative(zone)] };
    const wanted = found.filter((record) => record.type === type);
    if (wanted.length > 0) return { ...failure('NOERROR', true), answers: [...answers, ...wanted] };
    const alias = found.find((record) => record.type === 'CNAME');
    if (alias === undefined) return { ...failure('NOERROR', true), answers, authorities: [negative(zone)] };
    answers.push(alias);
    seen.add(here);
    at = alias.data;
    if (seen.has(at) || seen.size >= MOST_ALIASES) return { ...failure('NOERROR', true), answers };
  }
}

function closest(zones: readonly ZoneData[], name: string): ZoneData | undefined {
  return zones.filter(({ zone }) => isWithin(name, zone)).sort((one, other) => other.zone.length - one.zone.length)[0];
}

/** The records at a name, a wildcard's where it has none (RFC 4592); undefined where there is no such name. */
function nodeOf(records: readonly DnsRecord[], name: string): readonly DnsRecord[] | undefined {
  const own = records.filter((record) => record.name === name);
  if (own.length > 0) return own;
  if (records.some((record) => isWithin(record.name, name))) return [];
  let encloser = parentOf(name);
  while (encloser !== undefined && !records.some((record) => isWithin(record.name, encloser ?? ''))) encloser = parentOf(encloser);
  const wild = records.filter((record) => record.name === `*.${encloser}`);
  return wild.length > 0 ? wild.map((record) => ({ ...record, name })) : undefined;
}

function delegationTo(zone: ZoneData, records: readonly DnsRecord[], name: string): Response | undefined {
  const cuts = records.filter((record) => record.type === 'NS' && record.name !== zone.zone && isWithin(name, record.name));
  if (cuts.length === 0) return undefined;
  const targets = cuts.map((cut) => cut.data);
  const glue = records.filter((record) => (record.type === 'A' || record.type === 'AAAA') && targets.includes(record.name));
  return { ...failure('NOERROR'), authorities: cuts, additionals: glue };
}

// RFC 2308 3: the TTL of an absence is the lesser of the SOA's minimum and its own TTL.
function negative(zone: ZoneData): DnsRecord {
  const soa = soaOf(zone);
  return { ...soa, ttl: Math.min(zone.minimum, soa.ttl ?? zone.minimum) };
}
