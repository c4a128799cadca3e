import { randomBytes } from 'node:crypto';
import type { DnsRecord, DnsReply, DnsRow, DnsServer, DnsZone, Environment, RecordType } from '../contracts/index.ts';
import { checkNotPublicSuffix } from '../domain/check-fqdn.ts';
import { isWithin, parentOf, plainName } from '../domain/dns-name.ts';
import { askQuietly } from '../wait/propagation/chase.ts';
import type { Shown } from '../wait/propagation/look-at-set.ts';
import { comparableAll } from '../wait/propagation/record-set.ts';
import { tells } from '../wait/propagation/verdicts.ts';
import type { ZoneOf } from '../wait/propagation/zones.ts';
import { lookAtRecords, type RecordsLook } from '../wait/propagation.ts';

export interface LookAtName {
  readonly env: Pick<Environment, 'dns' | 'clock'>;
  /** What DNS ought to show at `name`; empty where that is not known. */
  readonly records: readonly DnsRecord[];
  readonly name: string;
  /** As in the profile; empty for the environment's default. */
  readonly resolvers: readonly string[];
  readonly zoneOf: ZoneOf;
  readonly signal: AbortSignal;
  /** A look at these records that was made just now. */
  readonly look?: RecordsLook;
}

/** Everything that the causes are read from; gathered once. */
export interface Facts {
  readonly name: string;
  readonly now: number;
  /** Empty where nothing in particular is wanted. */
  readonly wanted: readonly DnsRecord[];
  /** undefined where none was found, or where it belongs to a registry: nobody has registered the name. */
  readonly zone: DnsZone | undefined;
  /** The domain that somebody registered; undefined for names that are not below a public suffix. */
  readonly domain: string | undefined;
  readonly look: RecordsLook;
  readonly servers: readonly Shown[];
  /** A server that knows the zone, and what it says about the name. */
  readonly knowing: DnsServer | undefined;
  readonly reply: DnsReply | undefined;
  readonly ipv6: readonly DnsRecord[];
  /** What a name that nobody has made shows: a wildcard's records. */
  readonly wild: readonly DnsRecord[];
  /** What the name shows with the zone behind it once more: a form completed it. */
  readonly doubled: readonly DnsRecord[];
  readonly resolvers: readonly DnsServer[];
  rows(role: DnsRow['role']): readonly DnsRow[];
}

const PROBE_BYTES = 6;

export async function gatherFacts(looking: LookAtName): Promise<Facts> {
  const { env, resolvers, signal, zoneOf } = looking;
  const name = plainName(looking.name);
  const wanted = looking.records.filter((record) => plainName(record.name) === name);
  // Where nothing is wanted the look still tells who answers what; no answer is right, so no cache is asked.
  const records = wanted.length > 0 ? wanted : [{ name, type: 'A', data: '' } as const];
  const look = looking.look ?? (await lookAtRecords(env, records, resolvers, signal, { zoneOf, serials: 'where-different' }));
  const set = look.sets.find((each) => each.set.name === name);
  const zone = set?.zone !== undefined && (await checkNotPublicSuffix(set.zone.zone)) === undefined ? set.zone : undefined;
  const servers = zone === undefined ? [] : (set?.servers ?? []);
  const able = servers.filter(({ row, reply }) => tells(row) && reply?.authoritative === true);
  // Side by side with many other names, the questions spread over the servers.
  const knowing = able[name.length % Math.max(1, able.length)]?.reply;
  const ask = async (at: string, type: RecordType): Promise<readonly DnsRecord[]> =>
    knowing === undefined ? [] : ((await askQuietly(env.dns, knowing.server, { name: at, type }, signal))?.answers ?? []);
  const parent = parentOf(name) ?? '';
  const probe = `amltls-${randomBytes(PROBE_BYTES).toString('hex')}.${parent}`;
  const [ipv6, wild, doubled] = await Promise.all([
    ask(name, 'AAAA'),
    zone !== undefined && isWithin(parent, zone.zone) ? ask(probe, 'A') : [],
    zone === undefined || knowing?.answers.length !== 0 ? [] : ask(`${name}.${zone.zone}`, 'A'),
  ]);
  return {
    name,
    now: env.clock.now(),
    wanted,
    zone,
    domain: await registered(name),
    look,
    servers,
    knowing: knowing?.server,
    reply: knowing,
    ipv6: ipv6.filter(({ type }) => type === 'AAAA'),
    wild,
    doubled,
    resolvers: env.dns.resolvers(resolvers),
    rows: (role) => look.rows.filter((row) => row.role === role),
  };
}

/** Addresses at the end of a reply, comparable. */
export function addressesIn(answers: readonly DnsRecord[]): readonly string[] {
  return comparableAll(answers.filter(({ type }) => type === 'A'));
}

async function registered(name: string): Promise<string | undefined> {
  const { getDomain } = await import('tldts');
  return getDomain(name, { allowPrivateDomains: true }) ?? undefined;
}
