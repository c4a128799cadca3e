import { createHmac, timingSafeEqual } from 'node:crypto';
import { plainName } from '../../../core/domain/dns-name.ts';
import { afterName, encodeName, lastRecordAt, numbers } from './wire.ts';

export const ALGORITHMS = ['hmac-sha256', 'hmac-sha384', 'hmac-sha512', 'hmac-sha224', 'hmac-sha1'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/** A key as both sides know it. */
export interface TsigKey {
  readonly name: string;
  readonly algorithm: Algorithm;
  readonly secret: Buffer;
}

export interface Signed {
  readonly message: Buffer;
  readonly mac: Buffer;
}

const TSIG = 250;
const ANY = 255;
const FUDGE_S = 300;
const MESSAGE_ID = 0;
const ADDITIONALS = 10;

/** Adds the signature (RFC 8945 4). @param now ms since the epoch, wall time: servers refuse what is more than five minutes off */
export function sign(message: Buffer, key: TsigKey, now: number): Signed {
  const time = timeOf(Math.floor(now / 1000));
  const mac = macOf(key, [message, variables(key, time, 0, Buffer.alloc(0))]);
  const data = Buffer.concat([encodeName(key.algorithm), time, numbers(FUDGE_S, mac.length), mac, numbers(message.readUInt16BE(MESSAGE_ID), 0, 0)]);
  const record = Buffer.concat([encodeName(key.name), numbers(TSIG, ANY, 0, 0, data.length), data]);
  const signed = Buffer.concat([message, record]);
  signed.writeUInt16BE(message.readUInt16BE(ADDITIONALS) + 1, ADDITIONALS);
  return { message: signed, mac };
}

/** What the signature of an answer says. `error`: RFC 8945's code (16 BADSIG, 17 BADKEY, 18 BADTIME), 0 for none. */
export type Checked = { readonly valid: true } | { readonly valid: false; readonly error: number };

/** Checks the answer to a signed request; an answer without a signature is not valid. @throws Error where it cannot be read */
export function checkAnswer(answer: Buffer, key: TsigKey, request: Signed): Checked {
  const at = lastRecordAt(answer);
  if (at === undefined) return { valid: false, error: 0 };
  const fixed = afterName(answer, at);
  if (answer.readUInt16BE(fixed) !== TSIG) return { valid: false, error: 0 };
  const algorithmEnd = afterName(answer, fixed + 10);
  const time = answer.subarray(algorithmEnd, algorithmEnd + 6);
  const macLength = answer.readUInt16BE(algorithmEnd + 8);
  const mac = answer.subarray(algorithmEnd + 10, algorithmEnd + 10 + macLength);
  const rest = algorithmEnd + 10 + macLength;
  const error = answer.readUInt16BE(rest + 2);
  const other = answer.subarray(rest + 6, rest + 6 + answer.readUInt16BE(rest + 4));
  const plain = Buffer.from(answer.subarray(0, at));
  plain.writeUInt16BE(plain.readUInt16BE(ADDITIONALS) - 1, ADDITIONALS);
  plain.writeUInt16BE(answer.readUInt16BE(rest), MESSAGE_ID);
  const expected = macOf(key, [numbers(request.mac.length), request.mac, plain, variables(key, time, error, other)]);
  const valid = mac.length === expected.length && timingSafeEqual(mac, expected);
  return valid ? { valid: true } : { valid: false, error };
}

function macOf({ algorithm, secret }: TsigKey, parts: readonly Buffer[]): Buffer {
  return createHmac(algorithm.slice('hmac-'.length), secret).update(Buffer.concat(parts)).digest();
}

function variables(key: TsigKey, time: Buffer, error: number, other: Buffer): Buffer {
  return Buffer.concat([encodeName(plainName(key.name)), numbers(ANY, 0, 0), encodeName(key.algorithm), time, numbers(FUDGE_S, error, other.length), other]);
}

function timeOf(seconds: number): Buffer {
  const bytes = Buffer.alloc(6);
  bytes.writeUIntBE(seconds, 0, 6);
  return bytes;
}
