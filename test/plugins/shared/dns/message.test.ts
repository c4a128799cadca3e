import { isIPv4 } from 'node:net';
import { encode } from 'dns-packet';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeQuery, optRecord, type Query, readReply } from '../../../../src/plugins/shared/dns/message.ts';
import { toWire } from '../../../../src/plugins/shared/dns/record.ts';

const query: Query = { id: 4711, name: 'www.contoso.com', type: 'A', recursive: false, edns: true };
const questions = [{ name: query.name, type: query.type, class: 'IN' }] as const;
const AA = 0x400;
const reply = (over: Partial<Parameters<typeof encode>[0]> = {}) => encode({ type: 'response', id: query.id, flags: AA, questions: [...questions], ...over });

describe('readReply', () => {
  it('reads what belongs to the query', () => {
    const bytes = reply({
      questions: [{ name: 'WWW.Contoso.com', type: 'A', class: 'IN' }],
      answers: [toWire({ name: 'www.contoso.com', type: 'A', data: '20.0.0.4', ttl: 30 })],
      authorities: [toWire({ name: 'contoso.com', type: 'SOA', data: 'ns1.contoso.com h.contoso.com 7 1 2 3 60', ttl: 90 })],
    });
    expect(readReply(bytes, query)).toEqual({
      rcode: 'NOERROR',
      authoritative: true,
      truncated: false,
      answers: [{ name: 'www.contoso.com', type: 'A', data: '20.0.0.4', ttl: 30 }],
      authorities: [{ name: 'contoso.com', type: 'SOA', data: 'ns1.contoso.com h.contoso.com 7 1 2 3 60', ttl: 90 }],
      additionals: [],
      validated: false,
      soa: { zone: 'contoso.com', serial: 7, refresh: 1, minimum: 60, ttl: 90 },
    });
  });

  it.each([
    ['another id', reply({ id: 4712 })],
    ['another name', reply({ questions: [{ name: 'www.evil.com', type: 'A', class: 'IN' }] })],
    ['another type', reply({ questions: [{ name: query.name, type: 'AAAA', class: 'IN' }] })],
    ['another class', reply({ questions: [{ name: query.name, type: 'A', class: 'CH' }] })],
    ['two questions', reply({ questions: [...questions, ...questions] })],
    ['no question with data', reply({ questions: [] })],
    ['a query', encodeQuery(query)],
    ['half a header', Buffer.alloc(5)],
  ])('keeps listening after %s', (_, bytes) => {
    expect(readReply(bytes, query)).toBeUndefined();
  });

  it('takes a refusal that leaves the question out', () => {
    expect(readReply(reply({ questions: [], flags: 5 }), query)).toMatchObject({ rcode: 'REFUSED' });
  });

  it('reads the upper half of an extended code', () => {
    const opt = { ...optRecord(1232), extendedRcode: 1 } as ReturnType<typeof optRecord>;
    expect(readReply(reply({ additionals: [opt] }), query)).toMatchObject({ rcode: 'RCODE16' });
  });

  it('counts nothing in a truncated message', () => {
    const whole = reply({ flags: AA | 0x200, answers: [toWire({ name: query.name, type: 'A', data: '20.0.0.4' })] });
    expect(readReply(whole.subarray(0, whole.length - 7), query)).toMatchObject({ truncated: true, answers: [] });
  });

  it('throws at a compression loop instead of following it', () => {
    const bytes = Buffer.concat([reply(), Buffer.from([0xc0, 0x21, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4, 1, 2, 3, 4])]);
    bytes.writeUInt16BE(1, 6);
    expect(() => readReply(bytes, query)).toThrow();
  });

  it('ends at once on any bytes, with a message, nothing, or an Error', () => {
    const start = reply({ answers: [toWire({ name: query.name, type: 'TXT', data: 'x'.repeat(300) })], additionals: [optRecord(1232)] });
    const mutated = fc.array(fc.tuple(fc.nat({ max: start.length - 1 }), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 12 }).map((changes) => {
      const bytes = Buffer.from(start);
      for (const [at, to] of changes) if (at > 2) bytes[at] = to;
      return bytes;
    });
    const headed = fc.uint8Array({ maxLength: 1300 }).map((body) => Buffer.concat([start.subarray(0, 12), body]));
    fc.assert(
      fc.property(fc.oneof(mutated, headed), (bytes) => {
        try {
          const message = readReply(bytes, query);
          return (
            message === undefined ||
            message.answers.every(({ type, data, name }) => typeof name === 'string' && (type === 'A' ? isIPv4(data) : typeof data === 'string'))
          );
        } catch (error) {
          return error instanceof Error;
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe('records on the wire', () => {
  it.each(['a'.repeat(64), 'a..b', `${'abcdefg.'.repeat(32)}com`])('refuses the name %s', (name) => {
    expect(() => encodeQuery({ ...query, name })).toThrow();
    expect(() => toWire({ name: 'a.example', type: 'CNAME', data: name })).toThrow();
  });

  it.each([
    ['A', '2001:db8::1'],
    ['A', '20.0.0'],
    ['AAAA', '20.0.0.4'],
    ['CAA', 'issue digicert.com'],
  ] as const)('refuses %s %s', (type, data) => {
    expect(() => toWire({ name: 'a.example', type, data })).toThrow();
  });

  it.each([
    { name: 'a.example', type: 'A', data: '20.0.0.4', ttl: 1 },
    { name: 'a.example', type: 'AAAA', data: '2001:db8::1', ttl: 1 },
    { name: 'a.example', type: 'CNAME', data: 'b.example', ttl: 1 },
    { name: 'a.example', type: 'NS', data: 'ns.example', ttl: 1 },
    { name: 'a.example', type: 'TXT', data: `v=1 ${'é'.repeat(400)}`, ttl: 1 },
    { name: 'a.example', type: 'CAA', data: '128 issue "digicert.com"', ttl: 1 },
    { name: 'a.example', type: 'SOA', data: 'ns.example h.example 1 2 3 4 5', ttl: 1 },
  ] as const)('$type comes back as it was sent', (record) => {
    const bytes = reply({ questions: [{ name: query.name, type: query.type, class: 'IN' }], answers: [toWire(record)] });
    expect(readReply(bytes, query)?.answers).toEqual([record]);
  });
});
