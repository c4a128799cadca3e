import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { childrenOf, Malformed, readDer, readOnly, TAG } from '../../../src/core/certificates/der.ts';
import { readNamedBits, readOid, readSmallInteger, readTime } from '../../../src/core/certificates/der-values.ts';
import { openssl } from '../../helpers/openssl.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const element = (tag: number, content: readonly number[]) => readDer(Uint8Array.from([tag, content.length, ...content]));
const ascii = (text: string) => [...Buffer.from(text)];
const wrapped = (depth: number) => {
  let der = Buffer.from([5, 0]);
  for (let i = 0; i < depth; i += 1) {
    const length = der.length < 0x80 ? [der.length] : [0x83, der.length >> 16, (der.length >> 8) & 0xff, der.length & 0xff];
    const minimal =
      der.length < 0x80 ? length : der.length < 0x100 ? [0x81, der.length] : der.length < 0x10000 ? [0x82, der.length >> 8, der.length & 0xff] : length;
    der = Buffer.concat([Buffer.from([0x30, ...minimal]), der]);
  }
  return der;
};

describe('DER', () => {
  it('throws nothing but Malformed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          for (const child of childrenOf(readDer(bytes))) childrenOf(child);
        } catch (error) {
          expect(error).toBeInstanceOf(Malformed);
        }
      }),
    );
  });

  it.each([
    ['nothing', []],
    ['a tag alone', [0x30]],
    ['less than promised', [0x30, 2, 0]],
    ['an indefinite length', [0x30, 0x80, 0, 0]],
    ['a length in too many octets', [0x30, 0x81, 1, 0]],
    ['a length of five octets', [0x30, 0x85, 0, 0, 0, 0, 1, 0]],
    ['a tag of several octets', [0x1f, 0x81, 1, 0]],
  ])('refuses %s', (_, bytes) => {
    expect(() => readDer(Uint8Array.from(bytes))).toThrow(Malformed);
  });

  it('refuses what follows the one element', () => {
    expect(() => readOnly(Uint8Array.from([0x30, 0, 0]), TAG.sequence)).toThrow(Malformed);
  });

  it('reads nothing below what is asked for, however deep', () => {
    const deep = wrapped(20_000);
    expect(childrenOf(readDer(deep)).length).toBe(1);
  });
});

describe('values', () => {
  it('object identifiers are those of openssl', async () => {
    const file = join(await tempFolder(), 'oid');
    for (const oid of ['2.5.29.17', '1.3.6.1.5.5.7.3.1', '1.2.840.113549.1.1.11', '2.999.1', '0.9.2342.19200300.100.1.25']) {
      openssl(['asn1parse', '-genstr', `OID:${oid}`, '-noout', '-out', file]);
      expect(readOid(readDer(readFileSync(file)))).toBe(oid);
    }
  });

  it('object identifiers are minimal and whole', () => {
    for (const content of [[], [0x80, 1], [0x55, 0x80, 1], [0x55, 0x9d], [0x55, ...Array<number>(9).fill(0xff), 1]]) {
      expect(() => readOid(element(TAG.oid, content))).toThrow(Malformed);
    }
  });

  it.each([
    ['500101000000Z', '1950-01-01T00:00:00.000Z'],
    ['491231235959Z', '2049-12-31T23:59:59.000Z'],
  ])('UTCTime %s is %s', (text, iso) => {
    expect(new Date(readTime(element(TAG.utcTime, ascii(text)))).toISOString()).toBe(iso);
  });

  it('GeneralizedTime has four digits of the year', () => {
    expect(new Date(readTime(element(TAG.generalizedTime, ascii('99991231235959Z')))).toISOString()).toBe('9999-12-31T23:59:59.000Z');
  });

  it.each(['261301000000Z', '260230000000Z', '260101240000Z', '2601010000Z', '260101000000+0100', ''])('%s is no time', (text) => {
    expect(() => readTime(element(TAG.utcTime, ascii(text)))).toThrow(Malformed);
  });

  it('integers are minimal and not negative where they count something', () => {
    expect(readSmallInteger(element(TAG.integer, [0, 0x80]))).toBe(128);
    for (const content of [[], [0, 1], [0xff], [1, 2, 3, 4, 5, 6]]) expect(() => readSmallInteger(element(TAG.integer, content))).toThrow(Malformed);
  });

  it('named bits are numbered from the left', () => {
    expect([...readNamedBits(element(TAG.bitString, [1, 0b10000110]))]).toEqual([0, 5, 6]);
    expect(() => readNamedBits(element(TAG.bitString, [8, 0]))).toThrow(Malformed);
  });
});
