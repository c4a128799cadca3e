import * as z from 'zod';
import { type Zone, type ZoneRecord, zoneRecord } from '../state/dns.ts';
import { ControlError } from './respond.ts';

const DEFAULT_TTL_S = 300;

const address = z.object({ zone: z.string(), name: z.string(), type: zoneRecord.shape.type });

/** As the registrar's form takes it: `name` below `zone`, or the whole name; `@` or nothing for the zone itself. */
export const recordsBody = z.array(address.extend({ data: z.string().min(1), ttl: z.int().nonnegative().default(DEFAULT_TTL_S) }));
/** Without `data` the whole set of that name and type. */
export const removalBody = z.array(address.extend({ data: z.string().optional() }));

/** Replaces the whole set of each name and type that occurs. @throws ControlError 404 where the registrar does not have the zone */
export function putRecords(zones: readonly Zone[], records: z.infer<typeof recordsBody>): void {
  const wanted = records.map((record) => ({ zone: findZone(zones, record.zone), record: placed(record) }));
  for (const { zone, record } of wanted) zone.records = zone.records.filter((other) => !sameSet(other, record));
  for (const { zone, record } of wanted) zone.records.push(record);
  raiseSerials(wanted.map(({ zone }) => zone));
}

/** @throws ControlError 404 where the registrar does not have the zone */
export function deleteRecords(zones: readonly Zone[], records: z.infer<typeof removalBody>): void {
  const found = records.map((record) => ({ zone: findZone(zones, record.zone), name: fullName(record), type: record.type, data: record.data }));
  for (const { zone, data, ...set } of found) {
    zone.records = zone.records.filter((other) => !sameSet(other, set) || (data !== undefined && other.data !== data));
  }
  raiseSerials(found.map(({ zone }) => zone));
}

function placed(record: z.infer<typeof recordsBody>[number]): ZoneRecord {
  return { name: fullName(record), type: record.type, data: record.data, ttl: record.ttl };
}

function fullName({ zone, name }: { readonly zone: string; readonly name: string }): string {
  const origin = plain(zone);
  const given = plain(name);
  if (given === '' || given === '@' || given === origin) return origin;
  return given.endsWith(`.${origin}`) ? given : `${given}.${origin}`;
}

const plain = (name: string) => name.toLowerCase().replace(/\.$/, '');

const sameSet = (one: Pick<ZoneRecord, 'name' | 'type'>, other: Pick<ZoneRecord, 'name' | 'type'>) => one.name === other.name && one.type === other.type;

function findZone(zones: readonly Zone[], name: string): Zone {
  const zone = zones.find((candidate) => candidate.zone === plain(name));
  if (zone === undefined) throw new ControlError(404, `The practice registrar does not have the zone ${name}.`);
  return zone;
}

/** Secondary servers and caches see from the serial that something changed (RFC 1035 3.3.13). */
function raiseSerials(zones: readonly Zone[]): void {
  for (const zone of new Set(zones)) zone.serial = (zone.serial + 1) % 2 ** 32;
}
