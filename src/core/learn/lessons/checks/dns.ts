import type { DnsRecord, RecordType, Text } from '../../../contracts/index.ts';
import { code, say, value } from '../../../text/say.ts';
import type { Glance, LessonWorld } from '../world.ts';
import { placeOf } from './place.ts';
import type { CheckOf } from './schema.ts';
import { type Seen, seen } from './seen.ts';

/** The servers of the zone are asked first: a look at a resolver before the record is there would make the learner wait for it to forget. */
export async function checkLeads({ name, to }: CheckOf<'leads'>, { world, state }: Glance): Promise<Seen> {
  const wanted = say('DNS: {name} leads to the address of {to}', 'DNS: {name} が {to} のアドレスに解決される', { name: code(name), to: code(to) });
  const ip = placeOf(to, state)?.ip;
  if (ip === undefined) return seen(wanted, say('{to} has no address yet', '{to} のアドレスがまだありません', { to: code(to) }));
  const records = await authoritative(world, name, 'A');
  if (records.length !== 1 || records[0]?.data !== ip) return seen(wanted, shown(records));
  const addresses = await world.env.dns.lookup(name, world.signal);
  return seen(
    wanted,
    addresses.length === 1 && addresses[0] === ip
      ? undefined
      : say('the resolver still remembers something else', 'リゾルバーがまだ以前の応答を保持しています'),
  );
}

export async function checkAbsent({ name, type }: CheckOf<'absent'>, { world }: Glance): Promise<Seen> {
  const wanted = say('DNS: {name} has no {type} record', 'DNS: {name} に {type} レコードがない', { name: code(name), type: code(type) });
  const records = await authoritative(world, name, type);
  return seen(wanted, records.length === 0 ? undefined : shown(records));
}

/** The record set closest to the name counts (RFC 8659, 3). */
export async function checkCaa({ name, allows }: CheckOf<'caa'>, { world }: Glance): Promise<Seen> {
  const wanted = say('DNS: CAA records for {name} name {ca}', 'DNS: {name} の CAA レコードで {ca} が指定されている', {
    name: code(name),
    ca: code(allows),
  });
  const records = await caaFor(world, name);
  // Without any record everybody may issue: that is not what was asked for.
  return seen(wanted, records.length > 0 && allowsIssuer(records, allows) ? undefined : shown(records));
}

/** The CAA set that counts for a name; empty where any CA may issue. */
export async function caaFor(world: LessonWorld, name: string): Promise<readonly DnsRecord[]> {
  for (let at = name; at.includes('.'); at = at.slice(at.indexOf('.') + 1)) {
    const records = await authoritative(world, at, 'CAA');
    if (records.length > 0) return records;
  }
  return [];
}

export function allowsIssuer(records: readonly DnsRecord[], ca: string): boolean {
  const issuers = records.flatMap(({ data }) => /^\d+ issue "?([^"; ]*)/u.exec(data)?.[1] ?? []);
  return issuers.length === 0 || issuers.includes(ca);
}

async function authoritative({ env, signal }: LessonWorld, name: string, type: RecordType): Promise<readonly DnsRecord[]> {
  const [server] = (await env.dns.zoneOf(name, signal))?.servers ?? [];
  if (server === undefined) return [];
  return (await env.dns.ask(server, { name, type }, signal)).answers.filter((record) => record.type === type);
}

const shown = (records: readonly DnsRecord[]): Text =>
  records.length === 0
    ? say('there is no record', 'レコードがありません')
    : say('it has {data}', '現在は {data}', { data: value(records.map(({ data }) => data).join(', ')) });
