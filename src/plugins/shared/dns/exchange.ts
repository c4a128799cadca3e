import { randomInt } from 'node:crypto';
import type { DnsReply, RecordType } from '../../../core/contracts/index.ts';
import { isAbort } from '../../../core/problems/to-problem.ts';
import { encodeQuery, type Message, type Query, readReply } from './message.ts';
import { overTcp } from './tcp.ts';
import { type HostPort, overUdp } from './udp.ts';

export interface Question {
  readonly name: string;
  readonly type: RecordType;
}

export interface Exchanged extends Message {
  readonly transport: DnsReply['transport'];
}

/** One question to one address; `recursive`: RD is set. */
export type Ask = (at: HostPort, question: Question, recursive: boolean, signal: AbortSignal) => Promise<Exchanged>;

const TRIES = 2;
const TRY_MS = 2_000;

/**
 * Asks one server: over UDP with EDNS, over TCP where the answer did not fit, without EDNS where the server does not know it.
 * Ends within 8 s: two tries, 2 s for each packet that is waited for.
 * @throws the last error of the transport, or the signal's reason
 */
export async function exchange(at: HostPort, question: Question, recursive: boolean, signal: AbortSignal): Promise<Exchanged> {
  let last: unknown;
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    try {
      return await tryOnce(at, { ...question, id: randomInt(0x10000), recursive, edns: true }, signal);
    } catch (error) {
      if (isAbort(error, signal)) throw error;
      last = error;
    }
  }
  throw last;
}

async function tryOnce(at: HostPort, query: Query, signal: AbortSignal): Promise<Exchanged> {
  const reply = await overUdp(at, encodeQuery(query), (bytes) => readReply(bytes, query), within(signal));
  if (reply.truncated) {
    const whole = await overTcp(at, encodeQuery(query), (bytes) => readReply(bytes, query), within(signal));
    if (whole.truncated) throw new Error('truncated over TCP');
    return { ...whole, transport: 'tcp' };
  }
  if (query.edns && reply.rcode === 'FORMERR') return await tryOnce(at, { ...query, id: randomInt(0x10000), edns: false }, signal);
  return { ...reply, transport: 'udp' };
}

function within(signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(TRY_MS)]);
}
