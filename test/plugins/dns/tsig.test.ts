import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAnswer, sign, type TsigKey } from '../../../src/plugins/dns/rfc2136/tsig.ts';
import { encodeUpdate, lastRecordAt } from '../../../src/plugins/dns/rfc2136/wire.ts';

const key: TsigKey = { name: 'amltls-test', algorithm: 'hmac-sha256', secret: Buffer.from('secret') };
const NOW = Date.parse('2026-11-24T00:00:00Z');
const update = encodeUpdate({
  id: 4711,
  zone: 'contoso.com',
  prerequisites: [{ kind: 'absent', name: 'www.contoso.com', type: 'A' }],
  changes: [{ kind: 'add', record: { name: 'www.contoso.com', type: 'A', data: '20.0.0.4', ttl: 60 } }],
});

describe('TSIG', () => {
  it('is the last record, and the rest of the message stays as it was', () => {
    const { message } = sign(update, key, NOW);
    expect(message.subarray(0, 10)).toEqual(update.subarray(0, 10));
    expect(message.readUInt16BE(10)).toBe(1);
    expect(lastRecordAt(message)).toBe(update.length);
    expect(message.subarray(12, update.length)).toEqual(update.subarray(12));
  });

  it('believes no changed byte, no other key, and never falls over what it is sent', () => {
    const request = sign(update, key, NOW);
    // An answer signed as the server would: over the request's MAC, so this one is not valid; nothing made of it may be.
    const answer = Buffer.from(sign(update, key, NOW).message);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: answer.length - 1 }), fc.integer({ min: 0, max: 255 })), { maxLength: 8 }),
        fc.nat({ max: answer.length }),
        (changes, cut) => {
          const bytes = Buffer.from(answer.subarray(0, Math.max(12, answer.length - (cut % 40))));
          for (const [at, to] of changes) if (at < bytes.length) bytes[at] = to;
          try {
            return !checkAnswer(bytes, key, request).valid;
          } catch (error) {
            return error instanceof Error;
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
