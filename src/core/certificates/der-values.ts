import { type Der, expectTag, Malformed, TAG } from './der.ts';

/** Dotted decimal. @throws Malformed */
export function readOid(element: Der | undefined): string {
  const { content } = expectTag(element, TAG.oid);
  const arcs: number[] = [];
  let arc = 0;
  let open = false;
  for (const octet of content) {
    if (!open && octet === 0x80) throw new Malformed('arc not minimal');
    arc = arc * 128 + (octet & 0x7f);
    if (!Number.isSafeInteger(arc)) throw new Malformed('arc too large');
    open = octet >= 0x80;
    if (open) continue;
    arcs.push(arc);
    arc = 0;
  }
  const [first] = arcs;
  if (open || first === undefined) throw new Malformed('object identifier cut off');
  const root = Math.min(Math.floor(first / 40), 2);
  return [root, first - root * 40, ...arcs.slice(1)].join('.');
}

/** @throws Malformed */
export function readBoolean(element: Der): boolean {
  const [octet] = expectTag(element, TAG.boolean).content;
  if (element.content.length !== 1 || (octet !== 0 && octet !== 0xff)) throw new Malformed('boolean not DER');
  return octet === 0xff;
}

/** A non-negative integer that fits. @throws Malformed */
export function readSmallInteger(element: Der): number {
  const bytes = checkInteger(expectTag(element, TAG.integer).content);
  if ((bytes[0] ?? 0) >= 0x80 || bytes.length > 5) throw new Malformed('integer out of range');
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}

/** Two's complement, minimal. @throws Malformed */
export function checkInteger(bytes: Uint8Array): Uint8Array {
  const [first, second] = bytes;
  if (first === undefined) throw new Malformed('empty integer');
  if (second !== undefined && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80))) throw new Malformed('integer not minimal');
  return bytes;
}

/** Numbers of the bits that are set, 0 first. @throws Malformed */
export function readNamedBits(element: Der): ReadonlySet<number> {
  const [unused, ...octets] = expectTag(element, TAG.bitString).content;
  if (unused === undefined || unused > 7 || (octets.length === 0 && unused !== 0)) throw new Malformed('bit string');
  const bits = new Set<number>();
  octets.forEach((octet, i) => {
    for (let bit = 0; bit < 8; bit += 1) if ((octet & (0x80 >> bit)) !== 0) bits.add(i * 8 + bit);
  });
  return bits;
}

/** UTCTime or GeneralizedTime as RFC 5280 4.1.2.5 allows them (seconds, Z). ms since the epoch. @throws Malformed */
export function readTime(element: Der | undefined): number {
  const text = element === undefined ? '' : String.fromCharCode(...element.content.subarray(0, 20));
  const match = element?.tag === TAG.utcTime ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text) : /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (element === undefined || match === null || (element.tag !== TAG.utcTime && element.tag !== TAG.generalizedTime)) throw new Malformed('time');
  const [given = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  const year = element.tag === TAG.utcTime ? given + (given < 50 ? 2000 : 1900) : given;
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  at.setUTCHours(hour, minute, second);
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day || hour > 23 || minute > 59 || second > 59) throw new Malformed('time');
  return at.getTime();
}
