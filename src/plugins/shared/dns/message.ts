import { type Answer, AUTHENTIC_DATA, CHECKING_DISABLED, decode, encode, RECURSION_DESIRED } from 'dns-packet';
import type { DnsRecord, RecordType, Soa } from '../../../core/contracts/index.ts';
import { plainName } from '../../../core/domain/dns-name.ts';
import { fromWire, wireName } from './record.ts';

/** Fits an IPv6 packet of minimum size (DNS flag day 2020). */
export const UDP_PAYLOAD_BYTES = 1232;

export interface Query {
  readonly id: number;
  readonly name: string;
  readonly type: RecordType;
  readonly recursive: boolean;
  /** Announce how much fits (RFC 6891); off for servers that choke on it. */
  readonly edns: boolean;
  /** CD: no validation by the resolver (RFC 4035 3.2.2). */
  readonly unvalidated?: boolean;
}

/** What a server said, in this program's records. */
export interface Message {
  readonly rcode: string;
  readonly authoritative: boolean;
  /** Nothing below counts; ask again over TCP. */
  readonly truncated: boolean;
  readonly answers: readonly DnsRecord[];
  readonly authorities: readonly DnsRecord[];
  readonly additionals: readonly DnsRecord[];
  readonly soa?: Soa;
  /** AD: the resolver validated it. */
  readonly validated: boolean;
}

const HEADER_BYTES = 12;
const QR = 0x8000;
const OPCODE = 0x7800;
const AA = 0x0400;
const TC = 0x0200;
const MOST_RECORDS = 4_096; // more fits into 64 KiB only where something is wrong

const RCODES = ['NOERROR', 'FORMERR', 'SERVFAIL', 'NXDOMAIN', 'NOTIMP', 'REFUSED', 'YXDOMAIN', 'YXRRSET', 'NXRRSET', 'NOTAUTH', 'NOTZONE'];

/** @throws Error where DNS cannot carry the name */
export function encodeQuery({ id, name, type, recursive, edns, unvalidated = false }: Query): Buffer {
  // AD in a question asks for the verdict without all the signatures (RFC 6840 5.7).
  const resolving = recursive ? RECURSION_DESIRED | (unvalidated ? CHECKING_DISABLED : AUTHENTIC_DATA) : 0;
  return encode({
    type: 'query',
    id,
    flags: resolving,
    questions: [{ name: wireName(name), type, class: 'IN' }],
    additionals: edns ? [optRecord(UDP_PAYLOAD_BYTES)] : [],
  });
}

/** The EDNS pseudo-record: how many bytes over UDP its sender takes. */
export function optRecord(udpPayloadSize: number): Answer {
  return { name: '.', type: 'OPT', udpPayloadSize, extendedRcode: 0, ednsVersion: 0, flags: 0, flag_do: false, options: [] };
}

/**
 * Reads what came back. undefined: not the answer to this query (another id or question), so keep listening.
 * @throws Error where it claims to be the answer and cannot be read
 */
export function readReply(bytes: Buffer, query: Query): Message | undefined {
  if (bytes.length < HEADER_BYTES || bytes.readUInt16BE(0) !== query.id) return undefined;
  const flags = bytes.readUInt16BE(2);
  if ((flags & QR) === 0 || (flags & OPCODE) !== 0) return undefined;
  const authoritative = (flags & AA) !== 0;
  const headerCode = flags & 0xf;
  // A truncated message may end in the middle of a record.
  if ((flags & TC) !== 0)
    return { rcode: codeName(headerCode), authoritative, truncated: true, validated: false, answers: [], authorities: [], additionals: [] };
  if (bytes.readUInt16BE(6) + bytes.readUInt16BE(8) + bytes.readUInt16BE(10) > MOST_RECORDS) throw new Error('too many records');
  const packet = decode(bytes);
  if (decode.bytes > bytes.length) throw new Error('the message ends too early');
  const rcode = codeName(headerCode | (extendedCode(packet.additionals ?? []) << 4));
  if (!echoes(packet.questions ?? [], query, rcode)) return undefined;
  const section = (answers: readonly Answer[] | undefined) => (answers ?? []).flatMap((answer) => fromWire(answer) ?? []);
  const answers = section(packet.answers);
  const authorities = section(packet.authorities);
  const soa = soaIn(authorities) ?? soaIn(answers);
  return {
    rcode,
    authoritative,
    truncated: false,
    validated: (flags & AUTHENTIC_DATA) !== 0,
    answers,
    authorities,
    additionals: section(packet.additionals),
    ...(soa === undefined ? {} : { soa }),
  };
}

// Servers that refuse or choke may leave the question out; nothing that counts as data comes without it.
function echoes(
  questions: readonly { readonly name: string; readonly type: string; readonly class?: string | undefined }[],
  query: Query,
  rcode: string,
): boolean {
  const [question, ...more] = questions;
  if (question === undefined) return rcode !== 'NOERROR' && rcode !== 'NXDOMAIN';
  const name = question.name === '.' ? '' : plainName(question.name);
  return more.length === 0 && name === query.name && question.type === query.type && question.class === 'IN';
}

function extendedCode(additionals: readonly Answer[]): number {
  const opt = additionals.find((answer) => answer.type === 'OPT');
  return opt?.type === 'OPT' ? opt.extendedRcode : 0;
}

/** The mnemonic of a response code. */
export function codeName(rcode: number): string {
  return RCODES[rcode] ?? `RCODE${rcode}`;
}

function soaIn(records: readonly DnsRecord[]): Soa | undefined {
  const record = records.find(({ type }) => type === 'SOA');
  if (record === undefined) return undefined;
  const [, , serial, refresh, , , minimum] = record.data.split(' ');
  return { zone: record.name, serial: Number(serial), minimum: Number(minimum), refresh: Number(refresh), ttl: record.ttl ?? 0 };
}
