import { isIPv4, isIPv6 } from 'node:net';
import type { Answer, CaaData, SoaData } from 'dns-packet';
import type { DnsRecord, RecordType } from '../../../core/contracts/index.ts';
import { plainName } from '../../../core/domain/dns-name.ts';

const DEFAULT_TTL_S = 300;

/**
 * A record as it came over the wire; undefined for other classes and for types that nobody here asks for.
 * @throws Error where an address is none (the codec reads on past the end of a message)
 */
export function fromWire(answer: Answer): DnsRecord | undefined {
  if (answer.type === 'OPT' || answer.class !== 'IN') return undefined;
  const record = (type: RecordType, data: string): DnsRecord => ({ name: plainName(answer.name), type, data, ttl: answer.ttl ?? 0 });
  switch (answer.type) {
    case 'A':
      return record('A', whole(isIPv4(answer.data), answer.data));
    case 'AAAA':
      return record('AAAA', plainAddress(whole(isIPv6(answer.data), answer.data)));
    case 'CNAME':
    case 'DNAME':
    case 'NS':
      return record(answer.type, plainName(answer.data));
    case 'TXT':
      return record('TXT', textOf(answer.data));
    case 'SOA':
      return record('SOA', soaText(answer.data));
    case 'CAA':
      return record('CAA', `${answer.data.flags ?? 0} ${answer.data.tag} "${answer.data.value}"`);
    default:
      return undefined;
  }
}

/** The reverse, for servers. @throws Error where the data does not fit the type */
export function toWire({ name, type, data, ttl = DEFAULT_TTL_S }: DnsRecord): Answer {
  const common = { name: wireName(name), ttl, class: 'IN' } as const;
  switch (type) {
    case 'A':
      return { ...common, type, data: whole(isIPv4(data), data) };
    case 'AAAA':
      return { ...common, type, data: whole(isIPv6(data), data) };
    case 'CNAME':
    case 'DNAME':
    case 'NS':
      return { ...common, type, data: wireName(data) };
    case 'TXT':
      return { ...common, type, data: pieces(Buffer.from(data)) };
    case 'SOA':
      return { ...common, type, data: soaOf(data) };
    case 'CAA':
      return { ...common, type, data: caaOf(data) };
  }
}

/** A plain name as the codec takes it. @throws Error where it does not fit into a message (RFC 1035 2.3.4); the codec would write nonsense */
export function wireName(name: string): string {
  if (name === '') return '.';
  const fits = Buffer.byteLength(name) <= 253 && name.split('.').every((label) => label !== '' && Buffer.byteLength(label) <= 63);
  if (!fits) throw new Error('not a name that DNS can carry');
  return name;
}

/** RFC 5952: one way to write an IPv6 address. */
export function plainAddress(address: string): string {
  if (!isIPv6(address)) return address;
  return new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname.slice(1, -1);
}

function whole(fits: boolean, data: string): string {
  if (!fits) throw new Error('not an address');
  return data;
}

function textOf(data: string | Buffer | readonly (string | Buffer)[]): string {
  const parts = typeof data === 'string' || Buffer.isBuffer(data) ? [data] : data;
  return Buffer.concat(parts.map((part) => Buffer.from(part))).toString('utf8');
}

// A TXT string holds at most 255 octets (RFC 1035 3.3).
function pieces(bytes: Buffer): Buffer[] {
  const cut: Buffer[] = [];
  for (let at = 0; at < bytes.length || at === 0; at += 255) cut.push(bytes.subarray(at, at + 255));
  return cut;
}

function soaText(soa: SoaData): string {
  return [soa.mname, soa.rname, soa.serial, soa.refresh, soa.retry, soa.expire, soa.minimum].map((part) => part ?? 0).join(' ');
}

function soaOf(data: string): SoaData {
  const [mname = '.', rname = '.', ...numbers] = data.split(' ');
  const [serial = 0, refresh = 0, retry = 0, expire = 0, minimum = 0] = numbers.map(Number);
  return { mname, rname, serial, refresh, retry, expire, minimum };
}

function caaOf(data: string): CaaData {
  const [, flags, tag, value] = /^(\d+) (issue|issuewild|iodef) "(.*)"$/.exec(data) ?? [];
  if (tag !== 'issue' && tag !== 'issuewild' && tag !== 'iodef') throw new Error('not a CAA record');
  return { flags: Number(flags), tag, value: value ?? '' };
}
