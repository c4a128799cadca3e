import { type Answer, AUTHORITATIVE_ANSWER, type DecodedPacket, decode, encode, RECURSION_AVAILABLE, RECURSION_DESIRED, TRUNCATED_RESPONSE } from 'dns-packet';
import type { DnsRecord, RecordType } from '../../../../core/contracts/index.ts';
import { plainName } from '../../../../core/domain/dns-name.ts';
import { optRecord, UDP_PAYLOAD_BYTES } from '../../../shared/dns/message.ts';
import { toWire } from '../../../shared/dns/record.ts';
import { failure, type Response } from './authoritative-answer.ts';

/** What a server does with a question that could be read. */
export type Answering = (name: string, type: RecordType) => Response | Promise<Response>;

const RCODES: Readonly<Record<Response['rcode'], number>> = { NOERROR: 0, FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5 };
const TYPES: readonly string[] = ['A', 'AAAA', 'CNAME', 'DNAME', 'TXT', 'NS', 'SOA', 'CAA'] satisfies readonly RecordType[];
const HEADER_BYTES = 12;
const PLAIN_UDP_BYTES = 512; // RFC 1035 2.3.4, without EDNS
const QR = 0x8000;
const OPCODE = 0x7800;

/** One message in, one out; undefined for what deserves no answer (responses, stubs of a header). Never throws. */
export async function respond(bytes: Buffer, transport: 'udp' | 'tcp', recursion: boolean, answering: Answering): Promise<Buffer | undefined> {
  if (bytes.length < HEADER_BYTES || (bytes.readUInt16BE(2) & QR) !== 0) return undefined;
  const query = readQuery(bytes);
  const reply = (response: Response) => written(bytes, query, response, transport, recursion);
  if ((bytes.readUInt16BE(2) & OPCODE) !== 0) return reply(failure('NOTIMP'));
  const [question, ...more] = query?.questions ?? [];
  if (question === undefined || more.length > 0) return reply(failure('FORMERR'));
  if (question.class !== 'IN' || !isKnown(question.type)) return reply(failure('NOTIMP'));
  try {
    return reply(await answering(question.name === '.' ? '' : plainName(question.name), question.type));
  } catch {
    return reply(failure('SERVFAIL'));
  }
}

function readQuery(bytes: Buffer): DecodedPacket | undefined {
  try {
    return decode(bytes);
  } catch {
    return undefined;
  }
}

const isKnown = (type: string): type is RecordType => TYPES.includes(type);

function written(bytes: Buffer, query: DecodedPacket | undefined, response: Response, transport: 'udp' | 'tcp', recursion: boolean): Buffer {
  const opt = query?.additionals?.find((answer) => answer.type === 'OPT');
  const room = transport === 'tcp' ? 0xffff : opt?.type === 'OPT' ? Math.max(PLAIN_UDP_BYTES, opt.udpPayloadSize) : PLAIN_UDP_BYTES;
  const edns: readonly Answer[] = opt === undefined ? [] : [optRecord(UDP_PAYLOAD_BYTES)];
  const flags =
    (bytes.readUInt16BE(2) & RECURSION_DESIRED) |
    (response.authoritative ? AUTHORITATIVE_ANSWER : 0) |
    (recursion ? RECURSION_AVAILABLE : 0) |
    RCODES[response.rcode];
  const packet = { type: 'response', id: bytes.readUInt16BE(0), questions: query?.questions ?? [] } as const;
  const wire = (records: readonly DnsRecord[]) => records.map(toWire);
  const whole = encode({
    ...packet,
    flags,
    answers: wire(response.answers),
    authorities: wire(response.authorities),
    additionals: [...wire(response.additionals), ...edns],
  });
  return whole.length <= room ? whole : encode({ ...packet, flags: flags | TRUNCATED_RESPONSE, additionals: [...edns] });
}
