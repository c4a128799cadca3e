import { childrenOf, type Der, expectTag, Malformed, sameBytes, TAG } from './der.ts';
import { readOid } from './der-values.ts';
import { ATTRIBUTE_NAMES } from './oids.ts';

export interface Attribute {
  readonly oid: string;
  readonly value: string;
}

/** A distinguished name: what was encoded, and what it says. */
export interface DistinguishedName {
  readonly raw: Uint8Array;
  readonly rdns: readonly (readonly Attribute[])[];
}

/** @throws Malformed */
export function readName(element: Der | undefined): DistinguishedName {
  const sequence = expectTag(element, TAG.sequence);
  const rdns = childrenOf(sequence).map((rdn) => {
    const pairs = childrenOf(expectTag(rdn, TAG.set));
    if (pairs.length === 0) throw new Malformed('empty name part');
    return pairs.map((pair) => {
      const [type, value] = childrenOf(expectTag(pair, TAG.sequence));
      if (value === undefined) throw new Malformed('attribute without value');
      return { oid: readOid(type), value: readText(value) };
    });
  });
  return { raw: sequence.raw, rdns };
}

/** RFC 4514: most specific first. Foreign text; pass it through `value()` or `visible`. */
export function nameToText(name: DistinguishedName): string {
  return name.rdns
    .map((rdn) => rdn.map(({ oid, value }) => `${ATTRIBUTE_NAMES[oid] ?? oid}=${escaped(value)}`).join('+'))
    .reverse()
    .join(', ');
}

/** RFC 5280 7.1: case, runs of spaces and the string type make no difference. */
export function sameName(a: DistinguishedName, b: DistinguishedName): boolean {
  return sameBytes(a.raw, b.raw) || nameKey(a) === nameKey(b);
}

/** Equal for names that are the same; for maps. */
export function nameKey(name: DistinguishedName): string {
  return name.rdns.map(rdnKey).join('\n');
}

/** True where `name` lies in the subtree of `base` (RFC 5280 4.2.1.10, directoryName). */
export function withinName(name: DistinguishedName, base: DistinguishedName): boolean {
  return base.rdns.length <= name.rdns.length && base.rdns.every((rdn, i) => rdnKey(rdn) === rdnKey(name.rdns[i] ?? []));
}

export function attributesOf(name: DistinguishedName, oid: string): readonly string[] {
  return name.rdns.flatMap((rdn) => rdn.filter((attribute) => attribute.oid === oid).map((attribute) => attribute.value));
}

function rdnKey(rdn: readonly Attribute[]): string {
  const [only] = rdn;
  return rdn.length === 1 && only !== undefined ? attributeKey(only) : rdn.map(attributeKey).sort().join('+');
}

const attributeKey = ({ oid, value }: Attribute): string => `${oid}=${JSON.stringify(value.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase())}`;

function readText({ tag, content }: Der): string {
  // BMPString is UTF-16, big end first.
  if (tag === 0x1e)
    return Buffer.from(content.subarray(0, content.length & ~1))
      .swap16()
      .toString('utf16le');
  return Buffer.from(content).toString(tag === TAG.utf8 ? 'utf8' : 'latin1');
}

function escaped(value: string): string {
  return value.replace(/[",+;<>\\]/gu, '\\$&').replace(/^[ #]/u, '\\$&');
}
