import { Malformed } from '../der.ts';

const MAX_DEPTH = 32;
const OCTET_STRING = 0x04;
const CONSTRUCTED = 0x20;

/** True where the outermost length is indefinite: BER, as Java and older mail programs write PKCS #7 and PFX. */
export function isIndefinite(bytes: Uint8Array): boolean {
  return bytes[0] === 0x30 && bytes[1] === 0x80;
}

/** The same values with definite lengths and octet strings in one piece. @throws Malformed for what is too deep or cut off */
export function toDefinite(bytes: Uint8Array): Uint8Array {
  return element(bytes, 0, 0).encoded;
}

interface Element {
  readonly encoded: Uint8Array;
  readonly content: Uint8Array;
  readonly end: number;
}

function element(bytes: Uint8Array, offset: number, depth: number): Element {
  if (depth > MAX_DEPTH) throw new Malformed('too deep');
  const tag = byteAt(bytes, offset);
  const { start, length } = lengthAt(bytes, offset + 1);
  const end = length === undefined ? undefined : start + length;
  if (end !== undefined && end > bytes.length) throw new Malformed('truncated');
  if ((tag & CONSTRUCTED) === 0) {
    if (end === undefined) throw new Malformed('indefinite primitive');
    return { ...encode(tag, [bytes.subarray(start, end)]), end };
  }
  const parts: Element[] = [];
  let at = start;
  while (end === undefined ? !(byteAt(bytes, at) === 0 && byteAt(bytes, at + 1) === 0) : at < end) {
    const part = element(bytes, at, depth + 1);
    parts.push(part);
    at = part.end;
  }
  const whole = tag === (OCTET_STRING | CONSTRUCTED);
  const joined = whole
    ? encode(
        OCTET_STRING,
        parts.map(({ content }) => content),
      )
    : encode(
        tag,
        parts.map(({ encoded }) => encoded),
      );
  return { ...joined, end: end ?? at + 2 };
}

function encode(tag: number, parts: readonly Uint8Array[]): Omit<Element, 'end'> {
  const content = Buffer.concat(parts);
  const octets: number[] = [];
  for (let rest = content.length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  const length = content.length < 0x80 ? [content.length] : [0x80 | octets.length, ...octets];
  return { content, encoded: Buffer.concat([Uint8Array.from([tag, ...length]), content]) };
}

function lengthAt(bytes: Uint8Array, offset: number): { start: number; length: number | undefined } {
  const first = byteAt(bytes, offset);
  if (first < 0x80) return { start: offset + 1, length: first };
  if (first === 0x80) return { start: offset + 1, length: undefined };
  if (first > 0x84) throw new Malformed('absurd length');
  let length = 0;
  for (let i = 1; i <= (first & 0x7f); i += 1) length = length * 256 + byteAt(bytes, offset + i);
  return { start: offset + 1 + (first & 0x7f), length };
}

function byteAt(bytes: Uint8Array, offset: number): number {
  const byte = bytes[offset];
  if (byte === undefined) throw new Malformed('truncated');
  return byte;
}
