import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordsOf } from '../../../../src/plugins/shared/net/record.ts';
import { servedChain } from '../../../../src/plugins/shared/net/served-chain.ts';

const uint24 = (n: number) => [n >> 16, (n >> 8) & 0xff, n & 0xff];
const message = (certificates: readonly Uint8Array[]) => {
  const list = certificates.flatMap((der) => [...uint24(der.length), ...der]);
  return Uint8Array.from([11, ...uint24(list.length + 3), ...uint24(list.length), ...list]);
};
const hello = [2, 0, 0, 2, 3, 3];

/** The same bytes cut into records of the given sizes. */
function records(bytes: Uint8Array, sizes: readonly number[]): Uint8Array {
  const out: number[] = [];
  for (let offset = 0, i = 0; offset < bytes.length; i += 1) {
    const part = bytes.subarray(offset, offset + (sizes[i % sizes.length] ?? 1));
    out.push(22, 3, 3, part.length >> 8, part.length & 0xff, ...part);
    offset += part.length;
  }
  return Uint8Array.from(out);
}
const read = (received: Uint8Array) => servedChain({ protocol: 'TLSv1.2', suite: '', keyLog: '', received });

describe('the Certificate message', () => {
  it('comes back whatever the records that it is cut into', () => {
    const chain = fc.array(fc.uint8Array({ minLength: 1, maxLength: 60 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(chain, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (certificates, sizes) => {
        const received = records(Uint8Array.from([...hello, ...message(certificates)]), sizes);
        expect(read(received)).toEqual(certificates);
      }),
    );
  });

  it('is undefined where it is cut off or lies about its lengths, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (body) => {
        const seen = read(records(Uint8Array.from([11, ...uint24(body.length), ...body]), [16]));
        expect(seen === undefined || Array.isArray(seen)).toBe(true);
      }),
    );
    expect(read(records(message([new Uint8Array(50)]).subarray(0, 30), [16]))).toBeUndefined();
    expect(read(new Uint8Array())).toBeUndefined();
  });

  it('cannot be read without the secret of TLS 1.3', () => {
    expect(servedChain({ protocol: 'TLSv1.3', suite: 'TLS_AES_128_GCM_SHA256', keyLog: '', received: records(message([]), [16]) })).toBeUndefined();
    const keyLog = 'SERVER_HANDSHAKE_TRAFFIC_SECRET 00 00';
    expect(servedChain({ protocol: 'TLSv1.3', suite: 'TLS_UNKNOWN', keyLog, received: new Uint8Array() })).toBeUndefined();
  });

  it('stands in whole records; a cut-off one is left out', () => {
    expect([...recordsOf(Uint8Array.from([22, 3, 3, 0, 1, 7, 22, 3, 3, 0, 9, 1]))].map(({ body }) => [...body])).toEqual([[7]]);
  });
});
