import { encode } from 'dns-packet';
import type { DnsRecord, RecordType } from '../../../core/contracts/index.ts';
import { codeName } from '../../shared/dns/message.ts';
import { toWire, wireName } from '../../shared/dns/record.ts';

const TYPES = { A: 1, NS: 2, CNAME: 5, SOA: 6, TXT: 16, AAAA: 28, DNAME: 39, CAA: 257 } as const;
const IN = 1;
const NONE = 254;
const ANY = 255;
const UPDATE = 5 << 11;
const HEADER_BYTES = 12;

/** One section entry of an update (RFC 2136 2.4, 2.5). */
export type Entry =
  /** Prerequisite: no record of this name and type. */
  | { readonly kind: 'absent'; readonly name: string; readonly type: RecordType }
  /** Prerequisite: this record is part of its set; all of a set together say what the set is. */
  | { readonly kind: 'present'; readonly record: DnsRecord }
  | { readonly kind: 'delete-set'; readonly name: string; readonly type: RecordType }
  | { readonly kind: 'delete'; readonly record: DnsRecord }
  | { readonly kind: 'add'; readonly record: DnsRecord };

export interface Update {
  readonly id: number;
  readonly zone: string;
  readonly prerequisites: readonly Entry[];
  readonly changes: readonly Entry[];
}

/** An update as a server takes it, unsigned. The codec knows no class NONE and no empty data: the entries are laid out here, their data by the codec. */
export function encodeUpdate({ id, zone, prerequisites, changes }: Update): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt16BE(id, 0);
  header.writeUInt16BE(UPDATE, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(prerequisites.length, 6);
  header.writeUInt16BE(changes.length, 8);
  return Buffer.concat([header, encodeName(zone), numbers(TYPES.SOA, IN), ...prerequisites.map(entryBytes), ...changes.map(entryBytes)]);
}

/** Uncompressed. @throws Error where DNS cannot carry it */
export function encodeName(name: string): Buffer {
  const labels = wireName(name)
    .split('.')
    .filter((label) => label !== '');
  return Buffer.concat([...labels.flatMap((label) => [Buffer.from([Buffer.byteLength(label)]), Buffer.from(label)]), Buffer.alloc(1)]);
}

function entryBytes(entry: Entry): Buffer {
  switch (entry.kind) {
    case 'absent':
      return resource(entry.name, entry.type, NONE, 0, EMPTY);
    case 'present':
      return resource(entry.record.name, entry.record.type, IN, 0, dataOf(entry.record));
    case 'delete-set':
      return resource(entry.name, entry.type, ANY, 0, EMPTY);
    case 'delete':
      return resource(entry.record.name, entry.record.type, NONE, 0, dataOf(entry.record));
    case 'add':
      return resource(entry.record.name, entry.record.type, IN, entry.record.ttl ?? 300, dataOf(entry.record));
  }
}

const EMPTY = Buffer.alloc(2); // a length of 0

/** @param data with its length before it */
function resource(name: string, type: RecordType, of: number, ttl: number, data: Buffer): Buffer {
  const life = Buffer.alloc(4);
  life.writeUInt32BE(ttl);
  return Buffer.concat([encodeName(name), numbers(TYPES[type], of), life, data]);
}

// As the codec lays it out in a message of its own: it compresses no names, so the data can stand anywhere.
function dataOf(record: DnsRecord): Buffer {
  const message = encode({ type: 'response', id: 0, answers: [toWire(record)] });
  return Buffer.from(message.subarray(afterName(message, HEADER_BYTES) + 8));
}

export function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [at, value] of values.entries()) bytes.writeUInt16BE(value, at * 2);
  return bytes;
}

/** Where the last record of a message begins; undefined where it has none. @throws Error where the message ends too early */
export function lastRecordAt(message: Buffer): number | undefined {
  const [questions, ...records] = [4, 6, 8, 10].map((at) => message.readUInt16BE(at));
  let at = HEADER_BYTES;
  for (let left = questions ?? 0; left > 0; left -= 1) at = afterName(message, at) + 4;
  let last: number | undefined;
  for (let left = records.reduce((sum, count) => sum + count, 0); left > 0; left -= 1) {
    last = at;
    const fixed = afterName(message, at);
    at = fixed + 10 + message.readUInt16BE(fixed + 8);
    if (at > message.length) throw new Error('the message ends too early');
  }
  return last;
}

/** The first byte behind a name that begins at `from`. */
export function afterName(message: Buffer, from: number): number {
  for (let at = from; ; ) {
    const length = message.readUInt8(at);
    if (length >= 0xc0) return at + 2;
    if (length === 0) return at + 1;
    at += length + 1;
  }
}

/** The answer's code as RFC 2136 names it. */
export function rcodeOf(message: Buffer): string {
  return codeName(message.readUInt16BE(2) & 0xf);
}
