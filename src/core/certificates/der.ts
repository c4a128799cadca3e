/** One element of DER: nothing below it is read before somebody asks. */
export interface Der {
  /** The identifier octet: class, constructed bit and number. */
  readonly tag: number;
  readonly content: Uint8Array;
  /** Header and content, as signed and hashed. */
  readonly raw: Uint8Array;
}

/** Bytes that are not what they should be; the message is for logs, findings have their own words. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8: 0x0c,
  sequence: 0x30,
  set: 0x31,
  utcTime: 0x17,
  generalizedTime: 0x18,
} as const;

/** Context-specific tags: `[n]` primitive and constructed. */
export const context = (n: number): number => 0x80 | n;
export const contextConstructed = (n: number): number => 0xa0 | n;

/**
 * The element that begins at `offset`. DER only: definite, minimal lengths, one-octet tags (X.509 has no others).
 * @throws Malformed
 */
export function readDer(bytes: Uint8Array, offset = 0): Der {
  const tag = byteAt(bytes, offset);
  if ((tag & 0x1f) === 0x1f) throw new Malformed('tag of several octets');
  const first = byteAt(bytes, offset + 1);
  let length = first;
  let start = offset + 2;
  if (first >= 0x80) {
    const octets = first & 0x7f;
    if (octets === 0 || octets > 4) throw new Malformed('indefinite or absurd length');
    length = 0;
    for (let i = 0; i < octets; i += 1) length = length * 256 + byteAt(bytes, start + i);
    if (length < 0x80 || length < 256 ** (octets - 1)) throw new Malformed('length not minimal');
    start += octets;
  }
  if (start + length > bytes.length) throw new Malformed('truncated');
  return { tag, content: bytes.subarray(start, start + length), raw: bytes.subarray(offset, start + length) };
}

/** The one element that these bytes are. @throws Malformed where anything follows it */
export function readOnly(bytes: Uint8Array, tag: number): Der {
  const element = expectTag(readDer(bytes), tag);
  if (element.raw.length !== bytes.length) throw new Malformed('trailing bytes');
  return element;
}

/** The elements inside a constructed one. @throws Malformed */
export function childrenOf(parent: Der): readonly Der[] {
  const children: Der[] = [];
  for (let offset = 0; offset < parent.content.length; ) {
    const child = readDer(parent.content, offset);
    children.push(child);
    offset += child.raw.length;
  }
  return children;
}

/** @throws Malformed */
export function expectTag(element: Der | undefined, tag: number): Der {
  if (element === undefined || element.tag !== tag) throw new Malformed(`expected tag ${tag.toString(16)}`);
  return element;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function byteAt(bytes: Uint8Array, offset: number): number {
  const byte = bytes[offset];
  if (byte === undefined) throw new Malformed('truncated');
  return byte;
}
